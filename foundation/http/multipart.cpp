#include "http/multipart.hpp"

#include <algorithm>
#include <utility>

#include "http/ascii.hpp"
#include "http/limits.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

auto malformed() { return failure(Failure::invalid, "http.form.malformed"); }

/// Takes one `; name="value"` or `; name=value` off the front; nothing where there is none.
struct Parameter {
    std::string_view name{};
    std::string_view value{};
};
std::optional<Parameter> take_parameter(std::string_view& text)
{
    text = text::trim(text);
    if (!text.starts_with(';')) return std::nullopt;
    text = text::trim(text.substr(1));
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    Parameter parameter{.name = text.substr(0, equals)};
    text.remove_prefix(equals + 1);
    if (text.starts_with('"')) {
        const auto end = text.find('"', 1);
        if (end == std::string_view::npos) return std::nullopt;
        parameter.value = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
    } else {
        parameter.value = text.substr(0, text.find_first_of("; \t"));
        text.remove_prefix(parameter.value.size());
    }
    return parameter;
}

/// Browsers write a quotation mark or a line end inside a name as %22, %0D, %0A, and nothing else.
std::string unescaped(std::string_view value)
{
    auto text = text::replace_all(value, "%22", "\"");
    text = text::replace_all(text, "%0D", "\r");
    return text::replace_all(text, "%0A", "\n");
}

/// Old browsers and curl send whole paths; the folders are nobody's business.
std::string_view without_folders(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

bool read_disposition(std::string_view value, PartHead& head)
{
    constexpr std::string_view kind = "form-data";
    if (!equals_ignoring_case(value.substr(0, kind.size()), kind)) return false;
    value.remove_prefix(kind.size());
    bool has_name = false;
    while (const auto parameter = take_parameter(value)) {
        if (equals_ignoring_case(parameter->name, "name") && !has_name) {
            head.name = unescaped(parameter->value);
            has_name = true;
        } else if (equals_ignoring_case(parameter->name, "filename") && !head.file_name) {
            head.file_name =
                text::squeeze(text::clean_input(without_folders(unescaped(parameter->value))));
        } else if (!equals_ignoring_case(parameter->name, "filename*")) {
            return false;
        }
    }
    if (head.name.size() > limits::field_name_bytes_max) return false;
    if (head.file_name && head.file_name->size() > limits::file_name_bytes_max) return false;
    return has_name && value.empty();
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type)
{
    constexpr std::string_view kind = "multipart/form-data";
    if (!equals_ignoring_case(content_type.substr(0, kind.size()), kind)) return std::nullopt;
    content_type.remove_prefix(kind.size());
    while (const auto parameter = take_parameter(content_type)) {
        if (!equals_ignoring_case(parameter->name, "boundary")) continue;
        const auto value = parameter->value;
        const auto is_fit = [](char letter) { return letter > 0x20 && letter < 0x7f; };
        if (value.empty() || value.size() > limits::boundary_bytes_max) return std::nullopt;
        if (!std::ranges::all_of(value, is_fit)) return std::nullopt;
        return std::string(value);
    }
    return std::nullopt;
}

std::optional<PartHead> parse_part_head(std::string_view text)
{
    PartHead head;
    bool has_disposition = false;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find("\r\n"));
        text.remove_prefix(std::min(text.size(), line.size() + 2));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !is_visible(line)) return std::nullopt;
        const auto name = line.substr(0, colon);
        const auto value = text::trim(line.substr(colon + 1));
        if (equals_ignoring_case(name, "content-disposition")) {
            if (has_disposition || !read_disposition(value, head)) return std::nullopt;
            has_disposition = true;
        } else if (equals_ignoring_case(name, "content-type")) {
            head.type = value;
        }
    }
    if (!has_disposition) return std::nullopt;
    return head;
}

MultipartReader::MultipartReader(std::string_view boundary, PartEvents events)
    : m_delimiter("\r\n--" + std::string(boundary)), m_pending("\r\n"), m_events(std::move(events))
{
    // The first boundary has no line end before it: we begin as if it had one.
}

Result<void> MultipartReader::feed(std::string_view bytes)
{
    if (m_state == State::epilogue) return {};
    m_pending.append(bytes);
    while (true) {
        const auto moved = TRY(step());
        if (!moved) break;
    }
    m_pending.erase(0, std::exchange(m_at, 0));
    return {};
}

Result<void> MultipartReader::finish() const
{
    if (m_state != State::epilogue) return malformed();
    return {};
}

Result<bool> MultipartReader::step()
{
    switch (m_state) {
        case State::head:
            return step_head();
        case State::data:
            return step_data();
        case State::after_boundary:
            return step_after_boundary();
        case State::epilogue:
            m_at = m_pending.size();
            return false;
    }
    return false;
}

Result<bool> MultipartReader::step_head()
{
    const auto rest = std::string_view(m_pending).substr(m_at);
    const auto end = rest.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (rest.size() > limits::part_head_bytes_max) return malformed();
        return false;
    }
    if (end > limits::part_head_bytes_max) return malformed();
    auto head = parse_part_head(rest.substr(0, end));
    if (!head) return malformed();
    if (++m_part_count > limits::field_count_max)
        return failure(Failure::too_large, "http.form.too_many_fields", {},
                       {std::to_string(limits::field_count_max)});
    TRY(m_events.begin(std::move(*head)));
    m_at += end + 4;
    m_is_in_part = true;
    m_state = State::data;
    return true;
}

Result<bool> MultipartReader::step_data()
{
    const auto rest = std::string_view(m_pending).substr(m_at);
    const auto found = rest.find(m_delimiter);
    if (!m_is_in_part && found != 0) {
        // Nothing may stand before the first boundary.
        const auto known = rest.substr(0, m_delimiter.size());
        if (!std::string_view(m_delimiter).starts_with(known)) return malformed();
        return false;
    }
    if (found == std::string_view::npos) {
        if (rest.size() < m_delimiter.size()) return false;
        const auto safe = rest.size() - (m_delimiter.size() - 1);
        TRY(m_events.data(rest.substr(0, safe)));
        m_at += safe;
        return false;
    }
    if (m_is_in_part) {
        if (found > 0) TRY(m_events.data(rest.substr(0, found)));
        TRY(m_events.end());
    }
    m_at += found + m_delimiter.size();
    m_state = State::after_boundary;
    return true;
}

Result<bool> MultipartReader::step_after_boundary()
{
    const auto rest = std::string_view(m_pending).substr(m_at);
    if (rest.size() < 2) return false;
    m_is_in_part = false;
    if (rest.starts_with("--")) {
        m_state = State::epilogue;
    } else if (rest.starts_with("\r\n")) {
        m_state = State::head;
    } else {
        return malformed();
    }
    m_at += 2;
    return true;
}

}  // namespace caicach::http
