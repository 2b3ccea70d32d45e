#include "json/canonical.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/json_text.hpp"
#include "base/utf8.hpp"

namespace caicach::json
{
namespace
{

tl::unexpected<Error> refused(std::string_view what)
{
    return failure(Failure::invalid, "json.not_canonical", {}, {std::string{what}});
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Result<void> write_text(std::string& out, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        if (character.code == not_a_character) return refused("UTF-8");
        at += character.size;
    }
    append_json_text(out, text);
    return {};
}

Result<void> write_number(std::string& out, const Value& value)
{
    // A double answers the fallback, whichever it is.
    const auto whole = value.as_integer(0);
    if (whole != value.as_integer(1)) return refused(fmt::format("{}", value.as_number()));
    if (whole > canonical_integer_max || whole < -canonical_integer_max)
        return refused(fmt::format("{}", whole));
    out += fmt::format("{}", whole);
    return {};
}

Result<void> write(std::string& out, const Value& value);

// As deep as what we built or read, which is bounded.
// NOLINTBEGIN(misc-no-recursion)
Result<void> write_array(std::string& out, const Array& array)
{
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0) out += ',';
        TRY(write(out, array[i]));
    }
    out += ']';
    return {};
}

Result<void> write_object(std::string& out, const Object& object)
{
    std::vector<const Member*> members;
    members.reserve(object.size());
    for (const auto& member : object) members.push_back(&member);
    std::ranges::sort(members, {}, [](const Member* member) { return member->first; });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& [name, value] = *members[i];
        const bool is_twice = i > 0 && members[i - 1]->first == name;
        if (is_twice || !is_ascii(name)) return refused(name);
        if (i > 0) out += ',';
        append_json_text(out, name);
        out += ':';
        TRY(write(out, value));
    }
    out += '}';
    return {};
}

Result<void> write(std::string& out, const Value& value)
{
    if (value.is_array()) return write_array(out, value.elements());
    if (value.is_object()) return write_object(out, value.members());
    if (value.is_string()) return write_text(out, value.as_string());
    if (value.is_number()) return write_number(out, value);
    out += dump(value);  // null, true or false
    return {};
}
// NOLINTEND(misc-no-recursion)

}  // namespace

Result<std::string> canonical(const Value& value)
{
    std::string out;
    TRY(write(out, value));
    return out;
}

}  // namespace caicach::json
