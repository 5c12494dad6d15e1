#!/usr/bin/env python3
"""Signs requests with botocore and writes them, as they go over the wire, to vectors.json beside this file.

    python3 tests/Catalog.Server.Tests/Authentication/SigV4/make_vectors.py

Needs botocore; the tests need only the JSON. The time is fixed, so that the output changes only with botocore.
"""

import base64
import datetime
import hashlib
import json
import pathlib
from unittest import mock

import botocore
import botocore.auth
from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from urllib.parse import urlsplit

NOW = datetime.datetime(2026, 11, 26, 11, 45, 0, tzinfo=datetime.timezone.utc)
ACCESS_KEY = "CATALOGVECTORS000001"
SECRET_KEY = "vectors/only+Secret0123456789abcdefABCDEF"
ORIGIN = "http://127.0.0.1:8181"


def sha256_hex(body):
    return hashlib.sha256(body).hexdigest()


def sha256_base64(body):
    return base64.b64encode(hashlib.sha256(body).digest()).decode()


class Base64HashAuth(SigV4Auth):
    """Signs as Iceberg's Java client does: the header says base64, the canonical request hexadecimal."""

    def canonical_request(self, request):
        *head, _ = super().canonical_request(request).split("\n")
        return "\n".join([*head, sha256_hex(request.body or b"")])


VECTORS = []


def vector(name, path, *, method="GET", signer=SigV4Auth, service="s3tables", region="us-east-1", body=b"",
           headers=(), token=None, expires=None, secret=SECRET_KEY, access_key=ACCESS_KEY, wire=None, accepted=True):
    """Adds one signed request. `wire` may change the headers between signing and sending; `accepted` is what we answer."""
    request = AWSRequest(method=method, url=ORIGIN + path, data=body)
    for key, value in headers:
        request.headers[key] = value  # botocore's header bag keeps repetitions
    credentials = Credentials(access_key, secret, token)
    options = {} if expires is None else {"expires": expires}
    with mock.patch.object(botocore.auth, "get_current_datetime", lambda: NOW):
        signer(credentials, service, region, **options).add_auth(request)
    parts = urlsplit(request.url)
    sent = [["Host", parts.netloc], *([k, v] for k, v in request.headers.items())]
    VECTORS.append({
        "name": name,
        "method": method,
        "target": parts.path + ("?" + parts.query if parts.query else ""),
        "headers": wire(sent) if wire else sent,
        "body": body.decode("utf-8"),
        "accepted": accepted,
    })


JSON = ("Content-Type", "application/json")
CREATE = b'{"namespace":["data_science"],"properties":{"owner":"J\xc3\xbcrgen \xe2\x98\x83"}}'
BASE = "/_iceberg/v1/analytics"

vector("plain get", "/_iceberg/v1/warehouses")
vector("root", "/")
vector("empty path", "")
vector("other region", BASE + "/namespaces", region="eu-central-1")
vector("region of one word", BASE + "/namespaces", region="dummy")
vector("head", BASE + "/namespaces/a/tables/t", method="HEAD")
vector("delete", BASE + "/namespaces/a", method="DELETE")
vector("post with body, hash absent", BASE + "/namespaces", method="POST", body=CREATE, headers=[JSON])
vector("post with empty body", BASE + "/namespaces", method="POST", headers=[JSON])
vector("hash in hexadecimal", BASE + "/namespaces", method="POST", body=CREATE,
       headers=[JSON, ("X-Amz-Content-SHA256", sha256_hex(CREATE))])
vector("hash in base64, verbatim in the canonical request", BASE + "/namespaces", method="POST", body=CREATE,
       headers=[JSON, ("X-Amz-Content-SHA256", sha256_base64(CREATE))])
vector("hash in base64, hexadecimal in the canonical request", BASE + "/namespaces", method="POST", body=CREATE,
       signer=Base64HashAuth, headers=[JSON, ("X-Amz-Content-SHA256", sha256_base64(CREATE))])
vector("hash of the empty body", BASE + "/namespaces", headers=[("X-Amz-Content-SHA256", sha256_hex(b""))])

for service, signer in (("s3tables", SigV4Auth), ("s3tables", S3SigV4Auth), ("s3", SigV4Auth), ("s3", S3SigV4Auth)):
    kind = f"{service} {'single' if signer is S3SigV4Auth else 'double'}: "
    same = {"service": service, "signer": signer}
    vector(kind + "unit separator", BASE + "/namespaces/a%1Fb/tables", **same)
    vector(kind + "unit separator in lower case", BASE + "/namespaces/a%1fb/tables", **same)
    vector(kind + "space", BASE + "/namespaces/a%20b/tables/c%20d", **same)
    vector(kind + "plus", BASE + "/namespaces/a+b/tables/c%2Bd", **same)
    vector(kind + "slash", BASE + "/namespaces/a%2Fb/tables/c", **same)
    # A path that holds %25 is read as encoded twice: once would make it the same text as another path twice.
    vector(kind + "percent", BASE + "/namespaces/a%252Fb/tables/c", accepted=signer is SigV4Auth, **same)
    vector(kind + "UTF-8", BASE + "/namespaces/%C3%A4%E2%98%83%F0%9F%98%80/tables/%D1%82", **same)
    vector(kind + "unreserved and sub-delimiters", BASE + "/namespaces/a-b.c_d~e/tables/f!$&'()*,;=:@g", **same)
    vector(kind + "post", BASE + "/namespaces/a%1Fb/tables", method="POST", body=CREATE, headers=[JSON], **same)
    vector(kind + "session token", BASE + "/namespaces", token="IQoJb3JpZ2luX2VjEXAMPLE//////////token+/=", **same)

vector("query", BASE + "/namespaces?parent=a%1Fb&pageSize=10")
vector("query out of order", BASE + "/namespaces?pageToken=&parent=a&Zeta=1&alpha=2&pageSize=10")
vector("query with an empty value", BASE + "/namespaces?pageToken=")
vector("query key without a value", BASE + "/namespaces?pageToken")
vector("query with an empty key", BASE + "/namespaces?=x&a=1")
vector("query with empty pairs", BASE + "/namespaces?&a=1&&b=2&")
vector("query with repeated keys", BASE + "/namespaces?a=2&a=1&a=10&a=&b=0")
vector("query key that begins another", BASE + "/namespaces?a-b=1&a=2&a.b=3&ab=4")
vector("query with equals signs in a value", BASE + "/namespaces?pageToken=YWJj==&a=b=c")
vector("query with space, plus and UTF-8", BASE + "/namespaces?parent=a%20b%2Bc%C3%A4")
vector("query with a bare plus", BASE + "/namespaces?parent=a+b")
vector("query with lower-case escapes", BASE + "/namespaces?parent=a%1fb")
vector("query with reserved characters", BASE + "/namespaces?parent=a/b:c@d!e")

vector("header with runs of blanks", BASE + "/namespaces", headers=[("X-Custom", "  a   b \t c  ")])
vector("header folded over lines", BASE + "/namespaces", headers=[("X-Custom", "first\r\n   second\r\n\tthird")])
vector("header given twice", BASE + "/namespaces", headers=[("X-Custom", "one"), ("X-Custom", "  two  ")])
vector("header with an empty value", BASE + "/namespaces", headers=[("X-Custom", "")])
vector("header in quotes", BASE + "/namespaces", headers=[("X-Custom", '"a   b"')])
vector("header with UTF-8", BASE + "/namespaces", headers=[("X-Custom", "Jürgen ☃")])
vector("many headers", BASE + "/namespaces", headers=[
    JSON, ("Accept", "*/*"), ("X-Iceberg-Access-Delegation", "vended-credentials"), ("Idempotency-Key", "0193e1a4-0000-7000-8000-000000000001"),
    ("x-amz-meta-b", "2"), ("X-Amz-Meta-A", "1"), ("X-Client-Version", "1.11.0")])
vector("Date header", BASE + "/namespaces", headers=[("Date", "replaced by the signer")])
vector("session token", BASE + "/namespaces", method="POST", body=CREATE, headers=[JSON], token="FwoGZXIvYXdzEXAMPLE+token/==")
vector("access key with slashes", BASE + "/namespaces", access_key="team/a/CATALOG0000000002")
vector("unsigned user agent", BASE + "/namespaces", wire=lambda sent: [*sent, ["User-Agent", "pyiceberg"], ["Accept-Encoding", "gzip"]])
vector("attributes without blanks", BASE + "/namespaces",
       wire=lambda sent: [[k, v.replace(", ", ",") if k == "Authorization" else v] for k, v in sent])

vector("presigned", BASE + "/namespaces", signer=SigV4QueryAuth, expires=3600)
vector("presigned for seven days", BASE + "/namespaces", signer=SigV4QueryAuth, expires=604800)
vector("presigned with a query", BASE + "/namespaces?parent=a%1Fb&pageToken=&Zeta=%20", signer=SigV4QueryAuth, expires=60)
vector("presigned unit separator", BASE + "/namespaces/a%1Fb%20c/tables", signer=SigV4QueryAuth, expires=60)
vector("presigned with a session token", BASE + "/namespaces", signer=SigV4QueryAuth, expires=60, token="FwoGZXIvYXdzEXAMPLE+token/==")
vector("presigned delete", BASE + "/namespaces/a", method="DELETE", signer=SigV4QueryAuth, expires=60)
vector("presigned with signed headers", BASE + "/namespaces", signer=SigV4QueryAuth, expires=60, headers=[("X-Custom", "a  b")])
vector("presigned s3 double", BASE + "/namespaces/a%1Fb/tables", signer=SigV4QueryAuth, service="s3", expires=60)
vector("presigned for longer than seven days", BASE + "/namespaces", signer=SigV4QueryAuth, expires=604801, accepted=False)
vector("other service", BASE + "/namespaces", service="execute-api", accepted=False)
vector("payload unsigned", BASE + "/namespaces", method="POST", body=CREATE, accepted=False,
       headers=[JSON, ("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD")])
vector("payload in chunks", BASE + "/namespaces", method="POST", body=CREATE, accepted=False,
       headers=[JSON, ("X-Amz-Content-SHA256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")])
vector("payload of another hash", BASE + "/namespaces", method="POST", body=CREATE, accepted=False,
       headers=[JSON, ("X-Amz-Content-SHA256", sha256_hex(b"another"))])
vector("wrong secret", BASE + "/namespaces", secret=SECRET_KEY[:-1] + "E", accepted=False)
vector("unknown access key", BASE + "/namespaces", access_key="CATALOGVECTORS000009", accepted=False)
vector("session token not signed", BASE + "/namespaces", accepted=False, wire=lambda sent: [*sent, ["X-Amz-Security-Token", "token"]])
vector("two Authorization headers", BASE + "/namespaces", accepted=False,
       wire=lambda sent: [*sent, *[[k, v] for k, v in sent if k == "Authorization"]])
vector("signed header missing", BASE + "/namespaces", accepted=False, headers=[("X-Custom", "")],
       wire=lambda sent: [[k, v] for k, v in sent if k != "X-Custom"])
vector("presigned s3, payload unsigned", BASE + "/namespaces/a%1Fb/tables", signer=S3SigV4QueryAuth, service="s3", expires=60)

document = {
    "botocore": botocore.__version__,
    "signedAt": NOW.isoformat().replace("+00:00", "Z"),
    "accessKeys": {ACCESS_KEY: SECRET_KEY, "team/a/CATALOG0000000002": SECRET_KEY},
    "vectors": VECTORS,
}
assert len({v["name"] for v in VECTORS}) == len(VECTORS)
target = pathlib.Path(__file__).with_name("vectors.json")
target.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(f"{len(VECTORS)} vectors signed by botocore {botocore.__version__}")
