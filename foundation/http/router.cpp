#include "http/router.hpp"

#include <algorithm>
#include <utility>

#include "text/text.hpp"

namespace caicach::http
{

namespace
{

constexpr std::size_t root = 0;
constexpr std::size_t depth_max = 16;

using Child = std::pair<std::string, std::size_t>;

bool is_parameter(std::string_view segment)
{
    return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

std::string_view without_braces(std::string_view segment)
{
    return segment.substr(1, segment.size() - 2);
}

/// "/a/b" → "a", "b"; "/" → nothing.
std::vector<std::string_view> segments_of(std::string_view path)
{
    if (path == "/") return {};
    return text::split(path.substr(1), '/');
}

bool is_well_formed(std::string_view pattern)
{
    if (!pattern.starts_with('/')) return false;
    const auto segments = segments_of(pattern);
    if (segments.size() > depth_max) return false;
    return std::ranges::all_of(segments, [](std::string_view segment) {
        if (is_parameter(segment)) return true;
        return !segment.empty() && segment.find_first_of("{}") == std::string_view::npos;
    });
}

RouteMatch found(const Route& route, std::vector<std::string> values)
{
    RouteMatch match{.outcome = RouteMatch::Outcome::found, .route = &route};
    std::size_t value = 0;
    for (const auto segment : segments_of(route.pattern))
        if (is_parameter(segment))
            match.parameters.push_back(
                {std::string(without_braces(segment)), std::move(values[value++])});
    return match;
}

std::string text_of(const Access& access)
{
    switch (access.kind) {
        case Access::Kind::anyone:
            return "anyone";
        case Access::Kind::signed_in:
            return "signed_in";
        case Access::Kind::permission:
            return std::string(access.permission);
    }
    return {};
}

}  // namespace

Router::Router(std::vector<Route> routes) : m_routes(std::move(routes)), m_nodes(1)
{
    for (std::size_t route = 0; route < m_routes.size(); ++route) add(route);
}

void Router::add(std::size_t route)
{
    VERIFY(is_well_formed(m_routes[route].pattern));
    auto node = root;
    for (const auto segment : segments_of(m_routes[route].pattern)) {
        auto next = m_nodes.size();
        if (is_parameter(segment)) {
            if (m_nodes[node].wildcard != 0) next = m_nodes[node].wildcard;
            m_nodes[node].wildcard = next;
        } else {
            auto& children = m_nodes[node].children;
            const auto found = std::ranges::lower_bound(children, segment, {}, &Child::first);
            if (found != children.end() && found->first == segment)
                next = found->second;
            else
                children.insert(found, {std::string(segment), next});
        }
        if (next == m_nodes.size()) m_nodes.emplace_back();
        node = next;
    }
    for (const auto other : m_nodes[node].routes)
        VERIFY(m_routes[other].method != m_routes[route].method);
    m_nodes[node].routes.push_back(route);
}

std::size_t Router::node_of(std::string_view path, std::vector<std::string>& values) const
{
    constexpr auto none = static_cast<std::size_t>(-1);
    const auto segments = segments_of(path);
    if (segments.size() > depth_max) return none;
    // Literal first; where that leads nowhere, back to the last `{name}` that was passed by. Each
    // turn goes on from a saved place, so no path costs more than all nodes of its depth.
    struct Place {
        std::size_t node{};
        std::size_t depth{};
        std::vector<std::string> values{};
    };
    std::vector<Place> places{{.node = root}};
    while (!places.empty()) {
        auto place = std::move(places.back());
        places.pop_back();
        if (place.depth == segments.size()) {
            if (m_nodes[place.node].routes.empty()) continue;
            values = std::move(place.values);
            return place.node;
        }
        const auto segment = segments[place.depth];
        const auto& node = m_nodes[place.node];
        if (node.wildcard != 0 && !segment.empty()) {
            auto with = place.values;
            with.emplace_back(segment);
            places.push_back({node.wildcard, place.depth + 1, std::move(with)});
        }
        const auto found = std::ranges::lower_bound(node.children, segment, {}, &Child::first);
        if (found != node.children.end() && found->first == segment)
            places.push_back({found->second, place.depth + 1, std::move(place.values)});
    }
    return none;
}

RouteMatch Router::find(Method method, std::string_view path) const
{
    std::vector<std::string> values;
    const auto node = node_of(path, values);
    if (node >= m_nodes.size()) {
        const bool has_slash = path.size() > 1 && path.ends_with('/');
        const auto without = path.substr(0, path.size() - (has_slash ? 1 : 0));
        if (has_slash && node_of(without, values) < m_nodes.size())
            return {.outcome = RouteMatch::Outcome::moved, .location = std::string(without)};
        return {};
    }
    const auto wanted = method == Method::head ? Method::get : method;
    std::string allow;
    for (const auto index : m_nodes[node].routes) {
        const auto& route = m_routes[index];
        if (route.method == wanted) return found(route, std::move(values));
        if (!allow.empty()) allow += ", ";
        allow += to_text(route.method);
        if (route.method == Method::get) allow += ", HEAD";
    }
    return {.outcome = RouteMatch::Outcome::method_not_allowed, .allow = std::move(allow)};
}

BodyLimits Router::limits(Method method, std::string_view path) const
{
    const auto match = find(method, path);
    return match.route == nullptr ? BodyLimits{} : match.route->limits;
}

std::string Router::listing() const
{
    std::vector<std::string> lines;
    lines.reserve(m_routes.size());
    for (const auto& route : m_routes)
        lines.push_back(std::string(route.pattern) + " " + std::string(to_text(route.method)) +
                        " " + text_of(route.access) + "\n");
    std::ranges::sort(lines);
    return text::join(lines, "");
}

}  // namespace caicach::http
