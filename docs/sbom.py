"""Put the digests of the packages that pip installed (its report) beside the licences that CycloneDX lists."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def merged(components: Json, installed: Json) -> Json:
    """Return the list of components, each with the SHA-256 of the archive that it was installed from."""
    digests = dict(_digests(each) for each in installed["install"])
    return {**components, "components": [_with_digest(each, digests) for each in components["components"]]}


def _digests(item: Json) -> tuple[tuple[str, str], str]:
    archive = item["download_info"].get("archive_info") or {}
    return _key(item["metadata"]), archive.get("hashes", {}).get("sha256", "")


def _key(named: Mapping[str, str]) -> tuple[str, str]:
    """What a package is known by, however its name is written."""
    return re.sub("[-_.]+", "-", named["name"]).lower(), named["version"]


def _with_digest(component: Json, digests: Mapping[tuple[str, str], str]) -> Json:
    digest = digests.get(_key(component), "")
    hashes = {"hashes": [{"alg": "SHA-256", "content": digest}]} if digest else {}
    # Where a package lay on this computer is nobody's business.
    told = [each for each in component.get("externalReferences", []) if not each["url"].startswith("file:")]
    return {**component, **hashes, **({"externalReferences": told} if "externalReferences" in component else {})}


if __name__ == "__main__":
    first, second, target = map(Path, sys.argv[1:])
    listed = merged(*(json.loads(path.read_text(encoding="utf-8")) for path in (first, second)))
    target.write_text(json.dumps(listed, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target}: {len(listed['components'])}")
