"""What the program takes from outside, as its own pages, its description and its routes show it:
a new form is scanned the moment a page has it."""
import dataclasses
import re
import urllib.parse

from house import Forms

PAGES_MAX = 400
PAGES_OF_A_ROUTE_MAX = 2
FIELDS_AT_ONCE = 6  # of a long form; so no scan is longer than others by far
# Forms that end the scan itself.
NOT_SENT = ("/dang-xuat", "/tai-khoan/cua-toi/phien")
# Forms that take away what others need come last.
TAKE_AWAY = ("/xoa", "/gop", "/khoa", "/bo", "/thuc-hien")
MARK = "*"  # sqlmap: try this place, too


@dataclasses.dataclass(frozen=True)
class Target:
    """One way in: `path` with its query; `data` where it is a POST."""

    route: str
    path: str
    data: str = ""
    kind: str = "query"  # or "path", "form"
    only: tuple = ()  # of its fields; else all

    @property
    def name(self):
        fields = f" ({self.only[0]}…)" if self.only else ""
        return f"{'POST' if self.data else 'GET'} {self.route}{fields}"

    def in_parts(self):
        """A long form as several targets that send all of it and try some fields each."""
        fields = list(dict.fromkeys(name for name, _ in urllib.parse.parse_qsl(self.data)))
        if len(fields) <= FIELDS_AT_ONCE:
            return [self]
        fields.remove("csrf")
        return [
            dataclasses.replace(self, only=tuple(fields[first : first + FIELDS_AT_ONCE]))
            for first in range(0, len(fields), FIELDS_AT_ONCE)
        ]


class Routes:
    """The patterns of `caicach routes`; "/ke-hoach/{plan}" knows its paths."""

    def __init__(self, listing):
        patterns = {line.split(" ")[0] for line in listing.splitlines() if line.startswith("/")}
        # A literal segment wins over a name.
        self.patterns = sorted(patterns, key=lambda pattern: (pattern.count("{"), pattern))

    def of(self, path):
        for pattern in self.patterns:
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", pattern), path):
                return pattern
        return None


def marked(route, path):
    """The path with a mark behind each part that the route leaves open."""
    parts = zip(route.split("/"), path.split("/"))
    return "/".join(said + MARK if part.startswith("{") else said for part, said in parts)


def with_values(form):
    """A scanner leaves an empty field alone, so each that a person fills says something; what the
    page itself sends stays, as with another value there may be no such page."""
    said = {
        name: value or ("" if name in form["hidden"] else "1")
        for name, value in form["fields"].items()
    }
    return urllib.parse.urlencode(said)


class FilledForms(Forms):
    """As a person would send them: of a list the first choice that says something."""

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        given = dict(attrs)
        value = given.get("value")
        if tag == "form":
            self.found[-1]["hidden"] = set()
        elif tag == "input" and given.get("type") == "hidden" and self.found:
            self.found[-1]["hidden"].add(given.get("name"))
        if tag == "option" and self.select and value:
            fields = self.found[-1]["fields"]
            fields[self.select] = fields.get(self.select) or value


class Crawl:
    """Follows the links of a browser's pages, some of each route, and keeps every way in."""

    def __init__(self, browser, routes):
        self.browser, self.routes = browser, routes
        self.targets, self.visited, self.seen = {}, {}, set()

    def run(self, *starts):
        waiting = list(starts)
        while waiting and len(self.seen) < PAGES_MAX:
            link = waiting.pop(0)
            if link in self.seen or not self.is_new_enough(link):
                continue
            self.seen.add(link)
            answer = self.browser.get(link)
            if answer.location.startswith("/"):
                waiting.append(answer.location)
            if answer.status == 200 and "text/html" in answer.headers.get("Content-Type", ""):
                self.take_forms(answer)
                waiting += [found.partition("#")[0] for found in answer.links("/")]
        return sorted(self.targets.values(), key=lambda target: target.route.endswith(TAKE_AWAY))

    def is_new_enough(self, link):
        path, _, query = link.partition("?")
        route = self.routes.of(path)
        if route is None:
            return False
        if "{" in route:
            self.add(Target(route, marked(route, path) + link[len(path) :], kind="path"))
        if query:
            self.add(Target(route, link))
        self.visited[route] = self.visited.get(route, 0) + 1
        return self.visited[route] <= PAGES_OF_A_ROUTE_MAX

    def take_forms(self, answer):
        for form in FilledForms(answer.text).found:
            path = urllib.parse.urlsplit(form["action"]).path
            route = self.routes.of(path)
            if route is None or path in NOT_SENT or not set(form["fields"]) - {"csrf"}:
                continue
            said = with_values(form)
            if form["method"] == "post":
                self.add(Target(route, form["action"], said, "form"))
            else:
                self.add(Target(route, f"{path}?{said}"))

    def add(self, target):
        """One of each kind on each route: the one that says most."""
        key = (target.route, target.kind)
        if key not in self.targets or said_by(target) > said_by(self.targets[key]):
            self.targets[key] = target


def said_by(target):
    return (target.data or target.path).count("=")


def targets_of_api(description, paths):
    """Each operation of the API with all its parameters; `paths` fills the names of its paths."""
    for pattern, operations in description["paths"].items():
        parameters = operations["get"].get("parameters", [])
        query = {
            parameter["name"]: sample_of(parameter["schema"])
            for parameter in parameters
            if parameter["in"] == "query"
        }
        path = re.sub(r"\{(\w+)\}", lambda name: paths[name[1]], pattern)
        if query:  # apart from the path, as a mark in it would be all that is tried
            yield Target(pattern, f"{path}?{urllib.parse.urlencode(query)}")
        if "{" in pattern:
            yield Target(pattern, marked(pattern, path), kind="path")


def sample_of(schema):
    if "enum" in schema:
        return schema["enum"][0]
    return str(schema.get("minimum", 1)) if schema.get("type") == "integer" else "a"
