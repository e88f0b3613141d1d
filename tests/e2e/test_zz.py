import pytest, json
from tests.e2e.reader import *

pytestmark = pytest.mark.e2e
A = "ccnt.send({type:'toggle',field:'regions',value:'140000',add:false});"
B = "ccnt.send({type:'toggle',field:'regions',value:'220000',add:true});"
E = "document.querySelector('#control-sectors input[value=energy]').click();"
I = "document.querySelector('#control-sectors input[value=industry]').click();"
SLOW = """for (const name of ['blob']) { const f=Response.prototype[name]; Response.prototype[name]=async function(...a){ if(this.url.includes('_dash-update-component')) await new Promise(r=>setTimeout(r,500)); return f.apply(this,a);} }"""


@pytest.mark.parametrize(("one", "two"), [(A, B), (A, E), (E, A), (E, I)], ids=["AB", "AE", "EA", "EI"])
@pytest.mark.parametrize(("slow", "gap"), [(False, 20), (False, 60), (True, 20), (True, 350), (True, 500)])
@pytest.mark.parametrize("lang", ["en"])
def test_x(reader, page, one, two, gap, slow):
    if slow:
        page.add_init_script(SLOW)
    reader.open()
    page.wait_for_timeout(900)
    n = len(reader.updates)
    page.evaluate("gap => {" + one + " setTimeout(()=>{" + two + "},gap)}", gap)
    page.wait_for_timeout(3500)
    print(
        slow,
        gap,
        len(reader.updates) - n,
        page.url,
        page.evaluate(
            "JSON.stringify([dash_component_api.getLayout('shown').props.data.seen,[...document.querySelectorAll('#control-sectors input:checked')].map(e=>e.value)])"
        ),
    )
