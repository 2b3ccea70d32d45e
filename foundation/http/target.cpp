#include "http/target.hpp"

#include <algorithm>
#include <utility>

#include "http/limits.hpp"
#include "http/percent.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

/// A segment "." or ".." would mean another page to some proxy than to us.
bool climbs(std::string_view path)
{
    for (const auto segment : text::split(path, '/'))
        if (segment == "." || segment == "..") return true;
    return false;
}

bool is_plain(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x20 && byte != 0x7f && letter != '\\';
}

Result<std::string> decode_path(std::string_view raw)
{
    const auto invalid = [] { return failure(Failure::invalid, "http.target.invalid"); };
    if (!raw.starts_with('/')) return invalid();
    auto decoded = percent_decoded(raw);
    if (!decoded) return invalid();
    // An encoded slash would make other segments of the path than the sender saw.
    if (std::ranges::count(*decoded, '/') != std::ranges::count(raw, '/')) return invalid();
    if (!std::ranges::all_of(*decoded, is_plain)) return invalid();
    if (!text::is_utf8(*decoded) || climbs(*decoded)) return invalid();
    return text::nfc(*decoded);
}

}  // namespace

Result<Target> parse_target(std::string_view target)
{
    if (target.size() > limits::target_bytes_max)
        return failure(Failure::invalid, "http.target.invalid");
    const auto question = target.find('?');
    Target result;
    result.path = TRY(decode_path(target.substr(0, question)));
    if (question != std::string_view::npos)
        result.query = TRY(parse_urlencoded(target.substr(question + 1)));
    return result;
}

bool is_field_text(std::string_view text)
{
    return text.find('\0') == std::string_view::npos && text::is_utf8(text);
}

Result<std::vector<Field>> parse_urlencoded(std::string_view text)
{
    std::vector<Field> fields;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty()) continue;
        if (fields.size() == limits::field_count_max)
            return failure(Failure::too_large, "http.form.too_many_fields", {},
                           {std::to_string(limits::field_count_max)});
        const auto equals = pair.find('=');
        auto name = form_decoded(pair.substr(0, equals));
        if (name.size() > limits::field_name_bytes_max)
            return failure(Failure::invalid, "http.form.malformed");
        auto value = equals == std::string_view::npos ? std::string{}
                                                      : form_decoded(pair.substr(equals + 1));
        if (!is_field_text(name) || !is_field_text(value))
            return failure(Failure::invalid, "http.form.malformed");
        fields.push_back({std::move(name), std::move(value)});
    }
    return fields;
}

}  // namespace caicach::http
