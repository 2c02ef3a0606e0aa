"""Holds captured calls against botocore's models: reads one JSON object a line, writes a sentence for each that AWS would not take."""
import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator

session = botocore.session.get_session()
clients = {}
names = {}
for name in ["cloudformation", "ec2", "iam", "redshift", "redshift-data", "redshift-serverless", "resourcegroupstaggingapi", "secretsmanager", "service-quotas", "sts"]:
    model = session.get_service_model(name)
    names[model.signing_name] = name


def client(service, region):
    if (service, region) not in clients:
        clients[service, region] = session.create_client(
            names[service], region_name=region, aws_access_key_id="a", aws_secret_access_key="b")
    return clients[service, region]


def unflattened(shape, form, prefix, used, problems):
    """The value of a parameter of the Query protocols, None where the form holds none."""
    if shape.type_name == "structure":
        value = {}
        for member, of in shape.members.items():
            key = of.serialization.get("queryName") or of.serialization.get("name", member)
            if shape.service_protocol == "ec2":
                key = key[0].upper() + key[1:]
            found = unflattened(of, form, f"{prefix}{key}" if not prefix or prefix.endswith(".") else f"{prefix}.{key}", used, problems)
            if found is not None:
                value[member] = found
        return value if value or not prefix else None
    if shape.type_name == "list":
        is_flat = shape.service_protocol == "ec2" or shape.serialization.get("flattened")
        item = shape.member.serialization.get("name", "member")
        value = []
        while True:
            found = unflattened(shape.member, form, f"{prefix}.{len(value) + 1}" if is_flat else f"{prefix}.{item}.{len(value) + 1}", used, problems)
            if found is None:
                return value or None
            value.append(found)
    if prefix not in form:
        return None
    used.add(prefix)
    text = form[prefix]
    try:
        if shape.type_name == "boolean":
            return {"true": True, "false": False}[text]
        if shape.type_name in ("integer", "long"):
            return int(text)
        if shape.type_name in ("float", "double"):
            return float(text)
    except (KeyError, ValueError):
        problems.append(f"{prefix}={text} is no {shape.type_name}")
    return text


def annotate(shape, protocol, seen):
    if id(shape) in seen:
        return
    seen.add(id(shape))
    shape.service_protocol = protocol
    if shape.type_name == "structure":
        for of in shape.members.values():
            annotate(of, protocol, seen)
    elif shape.type_name == "list":
        annotate(shape.member, protocol, seen)


def constraints(shape, value, where, problems):
    """What botocore's own validator leaves to the server: enumerations, patterns and lengths."""
    if value is None:
        return
    if shape.type_name == "structure":
        for member, of in shape.members.items():
            constraints(of, value.get(member), f"{where}.{member}", problems)
    elif shape.type_name == "list":
        for index, item in enumerate(value):
            constraints(shape.member, item, f"{where}[{index}]", problems)
    elif shape.type_name == "string":
        if getattr(shape, "enum", None) and value not in shape.enum:
            problems.append(f"{where} '{value}' is none of {shape.enum}")
        pattern = shape.metadata.get("pattern")
        if pattern:
            try:
                if not re.search(pattern, value):
                    problems.append(f"{where} '{value}' does not match {pattern}")
            except re.error:
                pass
        if "max" in shape.metadata and len(value) > shape.metadata["max"]:
            problems.append(f"{where} is longer than {shape.metadata['max']}")
        if len(value) < shape.metadata.get("min", 0):
            problems.append(f"{where} is shorter than {shape.metadata['min']}")


def check(call):
    problems = []
    if call["service"] not in names:
        return [f"no service signs as {call['service']}"]
    model = session.get_service_model(names[call["service"]])
    if call["action"] not in model.operation_names:
        return ["no such action"]
    expected = client(call["service"], call["stackRegion"])._request_signer._region_name
    if call["region"] != expected:
        problems.append(f"signed for {call['region']} where {expected} is asked for")
    shape = model.operation_model(call["action"]).input_shape
    protocol = model.metadata["protocol"]
    if protocol in ("query", "ec2"):
        form = dict(call["form"])
        form.pop("Action")
        if form.pop("Version") != model.api_version:
            problems.append(f"the version is not {model.api_version}")
        used = set()
        if shape:
            annotate(shape, protocol, set())
        params = unflattened(shape, form, "", used, problems) if shape else {}
        problems += [f"no parameter {key}" for key in form if key not in used]
    else:
        params = call["json"]
        if call["target"] != f"{model.metadata['targetPrefix']}.{call['action']}":
            problems.append(f"the target is not {model.metadata['targetPrefix']}.{call['action']}")
        if call["contentType"] != f"application/x-amz-json-{model.metadata['jsonVersion']}":
            problems.append(f"the content type is {call['contentType']}")
    if shape:
        report = ParamValidator().validate(params or {}, shape)
        if report.has_errors():
            problems.append(report.generate_report())
        constraints(shape, params or {}, "", problems)
    return problems


checked = 0
for line in sys.stdin:
    call = json.loads(line)
    if "host" in call:
        found = client(call["service"], call["stackRegion"]).meta.endpoint_url
        if found != f"https://{call['host']}":
            print(f"{call['service']} in {call['stackRegion']}: {call['host']} where botocore has {found}")
        expected = client(call["service"], call["stackRegion"])._request_signer._region_name
        if call["region"] != expected:
            print(f"{call['service']} in {call['stackRegion']}: signed for {call['region']} where botocore has {expected}")
    else:
        for problem in check(call):
            print(f"{call['service']}:{call['action']}: {problem}")
    checked += 1
print(f"{checked} checked", file=sys.stderr)
