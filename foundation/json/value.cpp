#include "json/value.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/json_text.hpp"

namespace caicach::json
{
namespace
{

void write_number(std::string& out, double value)
{
    // JSON knows no infinity and no NaN; "null" is what other writers make of them too.
    out += std::isfinite(value) ? fmt::format("{}", value) : "null";
}

void break_line(std::string& out, bool pretty, std::size_t depth)
{
    if (!pretty) return;
    out += '\n';
    out.append(2 * depth, ' ');
}

}  // namespace

// Written out, so that its recursion stands where it can be seen: it goes as deep as what we built
// or read, which is bounded.
Value::Value(const Value& other)  // NOLINT(misc-no-recursion)
{
    const auto& data = other.m_data;
    if (const auto* flag = std::get_if<bool>(&data)) {
        m_data = *flag;
    } else if (const auto* whole = std::get_if<std::int64_t>(&data)) {
        m_data = *whole;
    } else if (const auto* number = std::get_if<double>(&data)) {
        m_data = *number;
    } else if (const auto* text = std::get_if<std::string>(&data)) {
        m_data = *text;
    } else if (const auto* array = std::get_if<Array>(&data)) {
        Array copy;
        copy.reserve(array->size());
        for (const auto& element : *array) copy.emplace_back(element);
        m_data = std::move(copy);
    } else if (const auto* object = std::get_if<Object>(&data)) {
        Object copy;
        copy.reserve(object->size());
        for (const auto& [key, value] : *object) copy.emplace_back(key, value);
        m_data = std::move(copy);
    }
}

Value& Value::operator=(const Value& other)
{
    if (this != &other) *this = Value{other};
    return *this;
}

bool Value::as_bool(bool otherwise) const
{
    const auto* value = std::get_if<bool>(&m_data);
    return value != nullptr ? *value : otherwise;
}

std::int64_t Value::as_integer(std::int64_t otherwise) const
{
    const auto* value = std::get_if<std::int64_t>(&m_data);
    return value != nullptr ? *value : otherwise;
}

double Value::as_number(double otherwise) const
{
    if (const auto* whole = std::get_if<std::int64_t>(&m_data)) return static_cast<double>(*whole);
    const auto* value = std::get_if<double>(&m_data);
    return value != nullptr ? *value : otherwise;
}

std::string_view Value::as_string(std::string_view otherwise) const
{
    const auto* value = std::get_if<std::string>(&m_data);
    return value != nullptr ? std::string_view{*value} : otherwise;
}

const Array& Value::elements() const
{
    static const Array none;
    const auto* value = std::get_if<Array>(&m_data);
    return value != nullptr ? *value : none;
}

const Object& Value::members() const
{
    static const Object none;
    const auto* value = std::get_if<Object>(&m_data);
    return value != nullptr ? *value : none;
}

const Value& Value::operator[](std::string_view name) const
{
    static const Value null;
    for (const auto& [key, value] : members()) {
        if (key == name) return value;
    }
    return null;
}

bool Value::has(std::string_view name) const
{
    for (const auto& member : members()) {
        if (member.first == name) return true;
    }
    return false;
}

Value& Value::set(std::string_view name, Value value)
{
    if (!is_object()) m_data = Object{};
    auto& object = std::get<Object>(m_data);
    for (auto& [key, held] : object) {
        if (key == name) {
            held = std::move(value);
            return *this;
        }
    }
    object.emplace_back(std::string{name}, std::move(value));
    return *this;
}

Value& Value::push(Value value)
{
    if (!is_array()) m_data = Array{};
    std::get<Array>(m_data).push_back(std::move(value));
    return *this;
}

// The depth of what we write is that of what we built or read, which is bounded.
// NOLINTBEGIN(misc-no-recursion)
namespace
{

void write_array(std::string& out, const Array& array, bool pretty, std::size_t depth)
{
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0) out += ',';
        break_line(out, pretty, depth + 1);
        write(out, array[i], pretty, depth + 1);
    }
    if (!array.empty()) break_line(out, pretty, depth);
    out += ']';
}

void write_object(std::string& out, const Object& object, bool pretty, std::size_t depth)
{
    out += '{';
    for (std::size_t i = 0; i < object.size(); ++i) {
        if (i > 0) out += ',';
        break_line(out, pretty, depth + 1);
        append_json_text(out, object[i].first);
        out += pretty ? ": " : ":";
        write(out, object[i].second, pretty, depth + 1);
    }
    if (!object.empty()) break_line(out, pretty, depth);
    out += '}';
}

}  // namespace

void write(std::string& out, const Value& value, bool pretty, std::size_t depth)
{
    const auto& data = value.m_data;
    if (const auto* flag = std::get_if<bool>(&data)) {
        out += *flag ? "true" : "false";
    } else if (const auto* whole = std::get_if<std::int64_t>(&data)) {
        out += fmt::format("{}", *whole);
    } else if (const auto* number = std::get_if<double>(&data)) {
        write_number(out, *number);
    } else if (const auto* text = std::get_if<std::string>(&data)) {
        append_json_text(out, *text);
    } else if (const auto* array = std::get_if<Array>(&data)) {
        write_array(out, *array, pretty, depth);
    } else if (const auto* object = std::get_if<Object>(&data)) {
        write_object(out, *object, pretty, depth);
    } else {
        out += "null";
    }
}

// NOLINTEND(misc-no-recursion)

std::string dump(const Value& value, bool pretty)
{
    std::string out;
    write(out, value, pretty, 0);
    return out;
}

bool operator==(const Value& one, const Value& other) { return dump(one) == dump(other); }

}  // namespace caicach::json
