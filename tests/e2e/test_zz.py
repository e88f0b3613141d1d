import pytest, json
from tests.e2e.reader import *
pytestmark = pytest.mark.e2e
@pytest.mark.parametrize("gap", [0,1,5,10,20,40,80,150,300,1000])
@pytest.mark.parametrize("lang", ["en"])
def test_x(reader, page, gap):
    reader.open()
    page.wait_for_timeout(300)
    n=len(reader.updates)
    page.on("requestfinished", lambda r: print("  fin") if UPDATE in r.url else None)
    page.on("requestfailed", lambda r: print("  failed",r.failure) if UPDATE in r.url else None)
    page.evaluate("""gap => {ccnt.send({type:'toggle',field:'regions',value:'140000',add:false}); const b=()=>ccnt.send({type:'toggle',field:'regions',value:'220000',add:true}); gap ? setTimeout(b,gap): b()}""", gap)
    page.wait_for_timeout(2500)
    print(gap, len(reader.updates)-n, page.url, page.evaluate("JSON.stringify([dash_component_api.getLayout('shown').props.data,dash_component_api.getLayout('events').props.data])"))
