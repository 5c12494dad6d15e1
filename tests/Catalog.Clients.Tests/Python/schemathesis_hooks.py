"""Lets schemathesis log in: a bearer key, or requests signed by botocore."""
import os

import requests.auth
import schemathesis


class Bearer(requests.auth.AuthBase):
    def __call__(self, request):
        request.headers["Authorization"] = "Bearer " + os.environ["CATALOG_KEY"]
        return request


class SigV4(requests.auth.AuthBase):
    def __call__(self, request):
        from botocore.auth import SigV4Auth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials

        credentials = Credentials(os.environ["CATALOG_ACCESS_KEY"], os.environ["CATALOG_SECRET_KEY"])
        body = request.body.encode() if isinstance(request.body, str) else request.body
        signed = AWSRequest(method=request.method, url=request.url, data=body, headers={"host": request.url.split("/")[2]})
        SigV4Auth(credentials, "s3tables", "us-east-1").add_auth(signed)
        for name in ("Authorization", "X-Amz-Date", "X-Amz-Content-SHA256"):
            if name in signed.headers:
                request.headers[name] = signed.headers[name]
        return request


schemathesis.auth.set_from_requests(SigV4() if os.environ["CATALOG_AUTH"] == "sigv4" else Bearer())


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Leads most requests to things that exist: the test makes the warehouse, the namespaces st_0… and their table t."""
    if not path_parameters:
        return path_parameters
    choice = sum(map(ord, repr(sorted(path_parameters.items())))) % 5
    known = {"warehouse": "main", "namespace": f"st_{choice}", "table": "t"}
    return {name: known.get(name, value) if choice else value for name, value in path_parameters.items()}
