"""What can be done from the command line? One module for each verb, imported when it is asked for.

A module has `options(verb, settings)`, which adds what the verb can be told, and `run(options, settings)`, which does
it and gives 0 only if it did all of it.
"""

# Verb -> what it does, in one line.
VERBS = {
    "build": "make the database from the text files",
    "check": "list what is wrong in the text files and in the stories",
    "serve": "serve the dashboard",
    "export": "write the whole data set as a data package: CSV, Parquet, DuckDB, dictionary",
    "rows": "print the rows of a view for the choices of a page, or write them into a file",
    "brief": "write a briefing on a period, or keep one with an editor's decisions",
    "bundle": "write a story as one file that opens in a browser without a network",
    "slides": "write a story as slides for PowerPoint, with charts that can be edited",
    "diff": "tell what was added, changed and removed between two versions of the data set",
    "release": "give the present text files a number in the list of versions",
    "ingest": "read documents and put what they promise before a person",
    "quality": "measure how well targets are found in passages that were read by eye",
    "bench": "measure speed, as ratios within one run",
}
