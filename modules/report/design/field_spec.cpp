#include "report/design/field_spec.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "report/limits.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

constexpr std::string_view columns_prefix = "columns.";

std::optional<std::int64_t> whole(std::string_view typed)
{
    std::int64_t value{};
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return {};
    return value;
}

/// "30/11"; what is none goes as it was typed.
Value day_object(std::string_view typed)
{
    const auto slash = typed.find('/');
    const auto day = whole(typed.substr(0, slash));
    const auto month =
        slash == std::string_view::npos ? std::nullopt : whole(typed.substr(slash + 1));
    if (!day || !month) return Value::object().set("day", typed);
    return Value::object().set("day", *day).set("month", *month);
}

std::string day_text(const Value& day)
{
    if (!day["month"].is_number()) return std::string{day["day"].as_string()};
    return std::to_string(day["day"].as_integer()) + "/" +
           std::to_string(day["month"].as_integer());
}

/// The member that a path of at most one dot names.
const Value& member_at(const Value& object, std::string_view path)
{
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) return object[path];
    return object[path.substr(0, dot)][path.substr(dot + 1)];
}

std::vector<std::string> said(const Value& member, const FieldSpec& spec)
{
    const auto one = [](std::string value) { return std::vector<std::string>{std::move(value)}; };
    switch (spec.kind) {
        case FieldKind::lines:
        case FieldKind::choices:
        case FieldKind::many: {
            std::vector<std::string> all;
            for (const auto& element : member.elements()) all.emplace_back(element.as_string());
            return all;
        }
        case FieldKind::flag:
            return one(member.as_bool(spec.otherwise == "1") ? "1" : "");
        case FieldKind::number:
            if (member.is_number()) return one(std::to_string(member.as_integer()));
            break;
        case FieldKind::day:
            return one(day_text(member));
        default:
            break;
    }
    return one(std::string{member.is_string() ? member.as_string() : spec.otherwise});
}

Value texts_of(const std::vector<std::string>& values)
{
    auto all = Value::array();
    for (const auto& value : values)
        for (const auto line : text::split(value, '\n'))
            if (const auto clean = text::squeeze(line); !clean.empty()) all.push(clean);
    return all;
}

/// Null where nothing was said.
Value member_of(const std::vector<std::string>& values, const FieldSpec& spec)
{
    if (spec.kind == FieldKind::lines || spec.kind == FieldKind::choices ||
        spec.kind == FieldKind::many) {
        auto all = texts_of(values);
        return all.elements().empty() ? Value{} : all;
    }
    const auto typed = text::squeeze(values.empty() ? std::string_view{} : values.front());
    if (spec.kind == FieldKind::flag) return !typed.empty();
    if (typed.empty()) return {};
    if (spec.kind == FieldKind::day) return day_object(typed);
    if (spec.kind != FieldKind::number) return typed;
    const auto value = whole(typed);
    return value ? Value{*value} : Value{typed};
}

bool is_same(std::string_view path, const FieldSpec& spec) { return spec.path == path; }

bool is_field(std::string_view path, Piece piece)
{
    const auto has = [](std::span<const FieldSpec> specs, std::string_view wanted) {
        return std::ranges::any_of(specs,
                                   [&](const FieldSpec& one) { return is_same(wanted, one); });
    };
    if (path == "key" || has(specs_of(piece), path)) return true;
    if (piece != Piece::table || !path.starts_with(columns_prefix)) return path == "columns";
    const auto rest = path.substr(columns_prefix.size());
    const auto dot = rest.find('.');
    return dot != std::string_view::npos && has(column_specs(), rest.substr(dot + 1));
}

}  // namespace

std::string column_path(std::size_t column, std::string_view path)
{
    return std::string{columns_prefix} + std::to_string(column) + "." + std::string{path};
}

FieldValues values_of(const Value& object, std::span<const FieldSpec> specs)
{
    FieldValues values;
    for (const auto& spec : specs)
        values.emplace(spec.path, said(member_at(object, spec.path), spec));
    return values;
}

FieldValues table_values_of(const Value& object)
{
    auto values = values_of(object, specs_of(Piece::table));
    std::size_t at = 0;
    for (const auto& one : object["columns"].elements()) {
        for (auto& [path, value] : values_of(one, column_specs()))
            values.emplace(column_path(at, path), std::move(value));
        ++at;
    }
    return values;
}

std::string_view value_at(const FieldValues& values, std::string_view path)
{
    const auto found = values.find(path);
    if (found == values.end() || found->second.empty()) return {};
    return found->second.front();
}

Value object_of(const FieldValues& values, std::span<const FieldSpec> specs)
{
    auto object = Value::object();
    for (const auto& spec : specs) {
        const auto found = values.find(spec.path);
        auto member =
            member_of(found == values.end() ? std::vector<std::string>{} : found->second, spec);
        if (member.is_null()) continue;
        const auto dot = spec.path.find('.');
        if (dot == std::string_view::npos) {
            object.set(spec.path, std::move(member));
            continue;
        }
        const auto outer = spec.path.substr(0, dot);
        auto inner = object[outer];
        inner.set(spec.path.substr(dot + 1), std::move(member));
        object.set(outer, std::move(inner));
    }
    return object;
}

Value table_object_of(const FieldValues& values)
{
    auto object = object_of(values, specs_of(Piece::table));
    auto columns = Value::array();
    for (std::size_t at = 0; at <= limits::columns_max; ++at) {
        FieldValues one;
        for (const auto& spec : column_specs()) {
            const auto found = values.find(column_path(at, spec.path));
            if (found != values.end()) one.emplace(spec.path, found->second);
        }
        if (text::trim(value_at(one, "text")).empty()) continue;
        columns.push(object_of(one, column_specs()));
    }
    if (!columns.elements().empty()) object.set("columns", std::move(columns));
    return object;
}

std::string path_of(std::string_view pointer, Piece piece)
{
    std::string path{pointer.substr(pointer.starts_with('/') ? 1 : 0)};
    std::ranges::replace(path, '/', '.');
    while (!path.empty() && !is_field(path, piece)) {
        const auto dot = path.rfind('.');
        path.resize(dot == std::string::npos ? 0 : dot);
    }
    return path;
}

}  // namespace caicach::report
