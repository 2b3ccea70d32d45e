#include "report/form/object_reader.hpp"

#include <algorithm>
#include <span>

#include "text/text.hpp"

namespace caicach::report
{
namespace
{

constexpr std::size_t faults_max = 100;  ///< nobody mends more at once

bool is_whole(const json::Value& value)
{
    // Anything else answers the fallback, whichever it is.
    return value.as_integer(0) == value.as_integer(1);
}

bool is_flag(const json::Value& value) { return value.as_bool(false) == value.as_bool(true); }

/// As fields of a form are: composed, without control characters, without blanks around.
bool is_clean(std::string_view text)
{
    return text::is_utf8(text) && text::trim(text::clean_input(text)) == text;
}

}  // namespace

ObjectReader::ObjectReader(const json::Value& value, std::string pointer,
                           std::vector<Error>& faults)
    : m_value(value), m_pointer(std::move(pointer)), m_faults(faults)
{
    if (!value.is_object()) note_at(m_pointer, "report.json.kind", {"đối tượng {…}"});
}

void ObjectReader::text(std::string_view name, std::string& out, std::size_t length_max)
{
    const auto* value = member(name);
    if (value == nullptr) return;
    if (!value->is_string()) return note(name, "report.json.kind", {"chữ"});
    const auto read = value->as_string();
    if (text::length(read) > length_max)
        return note(name, "report.json.too_long", {std::to_string(length_max)});
    if (!is_clean(read)) return note(name, "report.json.unclean");
    out = read;
}

void ObjectReader::texts(std::string_view name, std::vector<std::string>& out,
                         std::size_t count_max, std::size_t length_max)
{
    const auto* value = member(name);
    if (value == nullptr) return;
    if (!value->is_array()) return note(name, "report.json.kind", {"danh sách […]"});
    const auto& elements = value->elements();
    if (elements.size() > count_max)
        return note(name, "report.json.too_many", {std::to_string(count_max)});
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto at = pointer_to(name) + "/" + std::to_string(i);
        if (!elements[i].is_string()) {
            note_at(at, "report.json.kind", {"chữ"});
            continue;
        }
        const auto read = elements[i].as_string();
        if (text::length(read) > length_max)
            note_at(at, "report.json.too_long", {std::to_string(length_max)});
        else if (read.empty() || !is_clean(read))
            note_at(at, "report.json.unclean");
        else
            out.emplace_back(read);
    }
}

void ObjectReader::integer(std::string_view name, int& out, const IntegerBounds& bounds)
{
    const auto* value = member(name);
    if (value == nullptr) return;
    if (!is_whole(*value)) return note(name, "report.json.kind", {"số nguyên"});
    const auto read = value->as_integer();
    if (read < bounds.lowest || read > bounds.highest)
        return note(name, "report.json.number",
                    {std::to_string(bounds.lowest), std::to_string(bounds.highest)});
    out = static_cast<int>(read);
}

void ObjectReader::flag(std::string_view name, bool& out)
{
    const auto* value = member(name);
    if (value == nullptr) return;
    if (!is_flag(*value)) return note(name, "report.json.kind", {"true hoặc false"});
    out = value->as_bool();
}

bool ObjectReader::object(std::string_view name, const std::function<void(ObjectReader&)>& read)
{
    const auto* value = member(name);
    if (value == nullptr) return false;
    ObjectReader inner{*value, pointer_to(name), m_faults};
    if (!value->is_object()) return false;
    read(inner);
    inner.end();
    return true;
}

void ObjectReader::objects(std::string_view name, std::size_t count_max,
                           const std::function<void(ObjectReader&)>& read)
{
    const auto* value = member(name);
    if (value == nullptr) return;
    if (!value->is_array()) return note(name, "report.json.kind", {"danh sách […]"});
    const auto& elements = value->elements();
    if (elements.size() > count_max)
        return note(name, "report.json.too_many", {std::to_string(count_max)});
    for (std::size_t i = 0; i < elements.size(); ++i) {
        ObjectReader inner{elements[i], pointer_to(name) + "/" + std::to_string(i), m_faults};
        if (!elements[i].is_object()) continue;
        read(inner);
        inner.end();
    }
}

void ObjectReader::note(std::string_view name, std::string key, std::vector<std::string> arguments)
{
    note_at(name.empty() ? m_pointer : pointer_to(name), std::move(key), std::move(arguments));
}

void ObjectReader::end()
{
    for (const auto& [name, value] : m_value.members()) {
        if (std::ranges::find(m_read, name) == m_read.end())
            note_at(pointer_to(text::shorten(text::clean_input(name), word_length_max)),
                    "report.json.unknown");
    }
}

const json::Value* ObjectReader::member(std::string_view name)
{
    m_read.push_back(name);
    return m_value.has(name) ? &m_value[name] : nullptr;
}

/// RFC 6901: "~" and "/" of a name are written as "~0" and "~1".
std::string ObjectReader::pointer_to(std::string_view name) const
{
    return m_pointer + "/" + text::replace_all(text::replace_all(name, "~", "~0"), "/", "~1");
}

std::size_t ObjectReader::place(std::string_view name, Words words)
{
    std::string word;
    const auto before = m_faults.size();
    text(name, word, word_length_max);
    if (!has(name) || m_faults.size() > before) return words.count;
    return place_of(word, words, pointer_to(name));
}

std::size_t ObjectReader::place_of(std::string_view word, Words words, const std::string& pointer)
{
    const std::span all{words.first, words.count};
    const auto found = std::ranges::find(all, word);
    if (found == all.end()) note_at(pointer, "report.json.choice", {text::join(all, ", ")});
    return static_cast<std::size_t>(found - all.begin());
}

void ObjectReader::note_at(std::string pointer, std::string key, std::vector<std::string> arguments)
{
    if (m_faults.size() >= faults_max) return;
    m_faults.push_back(
        Error{Failure::invalid, std::move(key), std::move(pointer), std::move(arguments), {}});
}

}  // namespace caicach::report
