"""Runs scenario functions and prints one line of JSON for each, so that each becomes a test result of its own."""
import importlib
import json
import os
import sys
import time
import traceback


class Skipped(Exception):
    """A scenario that this surface does not have."""


SURFACE = os.environ["CATALOG_SURFACE"]
AUTH = os.environ["CATALOG_AUTH"]
URI = os.environ["CATALOG_SERVER"]
WAREHOUSE = os.environ["CATALOG_WAREHOUSE_NAME"]


def raises(types, action, text=None):
    try:
        action()
    except types as error:
        assert text is None or text in str(error), f"{text!r} is not in {error}"
        return error
    raise AssertionError(f"nothing was raised instead of {types}")


def main(module_name, names):
    module = importlib.import_module(module_name)
    for name in names:
        started, outcome, detail = time.time(), "passed", ""
        try:
            getattr(module, name)()
        except Skipped as reason:
            outcome, detail = "skipped", str(reason)
        except BaseException:
            outcome, detail = "failed", traceback.format_exc()
        print("RESULT " + json.dumps({"name": name, "outcome": outcome, "detail": detail, "seconds": time.time() - started}), flush=True)


if __name__ == "__main__":
    import scenarios  # under its own name, so that the scripts raise the same Skipped

    scenarios.main(sys.argv[1], sys.argv[2:])
