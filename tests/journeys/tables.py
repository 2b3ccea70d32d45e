"""What tables of the boards say, read as a person's spreadsheet would."""

import csv
import io

from house import equal


def table(browser, path):
    answer = browser.get(path)
    equal(answer.status, 200, path)
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"))))
