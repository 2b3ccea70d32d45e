#include "text/message.hpp"

#include <charconv>

#include "text/text.hpp"

namespace caicach::text
{
namespace
{

constexpr std::size_t line_count_max = 100'000;

// Of a line such as `msgid "a\nb"`: what stands between the quotes, unescaped.
std::optional<std::string> quoted(std::string_view line)
{
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
    line = line.substr(1, line.size() - 2);
    std::string value;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') return std::nullopt;
        if (line[at] != '\\') {
            value += line[at];
            continue;
        }
        if (++at == line.size()) return std::nullopt;
        switch (line[at]) {
            case 'n':
                value += '\n';
                break;
            case 't':
                value += '\t';
                break;
            case '"':
            case '\\':
                value += line[at];
                break;
            default:
                return std::nullopt;
        }
    }
    return value;
}

struct Entry {
    std::string key{};
    std::string text{};
};

// Goes through the lines of one catalogue and hands out each finished entry.
class PoReader
{
public:
    // False where the line is no PO.
    bool take(std::string_view line)
    {
        line = trim(line);
        if (line.empty() || line.front() == '#') return true;
        if (line.starts_with("msgid ")) {
            m_entry = {};
            m_target = &m_entry.key;
            line.remove_prefix(6);
        } else if (line.starts_with("msgstr ") && m_target == &m_entry.key) {
            m_target = &m_entry.text;
            line.remove_prefix(7);
        } else if (line.front() != '"' || m_target == nullptr) {
            return false;
        }
        const auto value = quoted(trim(line));
        if (!value) return false;
        *m_target += *value;
        return true;
    }
    // True where a key and its text are whole once `next` has come.
    [[nodiscard]] bool is_complete_before(std::string_view next) const
    {
        return m_target == &m_entry.text && !trim(next).starts_with('"');
    }
    Entry release()
    {
        m_target = nullptr;
        return std::move(m_entry);
    }

private:
    Entry m_entry{};
    std::string* m_target{};
};

tl::unexpected<Error> bad_line(std::size_t number)
{
    return internal_failure("message catalogue: bad line or double key at line " +
                            std::to_string(number));
}

// The index in "{12}" where `text` begins with such a hole, and how long the hole is.
struct Hole {
    std::size_t index{};
    std::size_t size{};
};

std::optional<Hole> hole_at(std::string_view text)
{
    const auto close = text.find('}');
    if (text.front() != '{' || close == std::string_view::npos) return std::nullopt;
    std::size_t index = 0;
    const auto parsed = std::from_chars(text.data() + 1, text.data() + close, index);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + close) return std::nullopt;
    return Hole{index, close + 1};
}

std::string filled(std::string_view text, const std::vector<std::string>& arguments)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto hole = hole_at(text.substr(at));
        if (!hole) {
            result += text[at++];
            continue;
        }
        if (hole->index < arguments.size()) result += arguments[hole->index];
        at += hole->size;
    }
    return result;
}

}  // namespace

Result<void> Messages::add(std::string_view po_text)
{
    const auto lines = split(po_text, '\n');
    if (lines.size() > line_count_max) return bad_line(line_count_max);
    PoReader reader;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        const auto line = i < lines.size() ? lines[i] : std::string_view{};
        if (reader.is_complete_before(line)) {
            auto entry = reader.release();
            // The empty key holds gettext's header.
            if (!entry.key.empty() && !m_texts.try_emplace(entry.key, entry.text).second) {
                return bad_line(i);
            }
        }
        if (!reader.take(line)) return bad_line(i + 1);
    }
    return {};
}

std::optional<std::string_view> Messages::find(std::string_view key) const
{
    const auto found = m_texts.find(key);
    if (found == m_texts.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

std::string Messages::render(std::string_view key, const std::vector<std::string>& arguments) const
{
    if (const auto text = find(key)) return filled(*text, arguments);
    return "Hệ thống chưa làm được việc này (mã: " + std::string{key} +
           "). Hãy thử lại; nếu vẫn vậy, báo mã này cho người quản trị.";
}

std::string Messages::render(const Error& error) const
{
    return render(error.key, error.arguments);
}

std::vector<std::string_view> Messages::keys() const
{
    std::vector<std::string_view> keys;
    keys.reserve(m_texts.size());
    for (const auto& [key, text] : m_texts) keys.emplace_back(key);
    return keys;
}

}  // namespace caicach::text
