#include "document/pdf_objects.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include "document/limits.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view blanks{"\0\t\n\f\r ", 6};
constexpr std::string_view delimiters = "()<>[]{}/%";

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_regular(char letter)
{
    return blanks.find(letter) == std::string_view::npos &&
           delimiters.find(letter) == std::string_view::npos;
}
int hex_value(char letter)
{
    if (is_digit(letter)) return letter - '0';
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    return -1;
}
std::optional<std::int64_t> number_in(std::string_view digits)
{
    std::int64_t number{};
    const auto* const end = std::to_address(digits.end());
    const auto [at, error] = std::from_chars(std::to_address(digits.begin()), end, number);
    if (error != std::errc{} || at != end || digits.empty()) return std::nullopt;
    return number;
}
bool is_number(std::string_view word)
{
    if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
    std::size_t digits = 0;
    std::size_t points = 0;
    for (const char letter : word) {
        if (is_digit(letter))
            ++digits;
        else if (letter == '.')
            ++points;
        else
            return false;
    }
    return digits > 0 && points <= 1;
}

std::string hex_of(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        text += digits[code >> 4U];
        text += digits[code & 15U];
    }
    return text;
}
std::string written_name(std::string_view name)
{
    std::string text = "/";
    for (const char letter : name) {
        const bool is_plain =
            letter > ' ' && letter < '\x7F' && letter != '#' && is_regular(letter);
        text += is_plain ? std::string(1, letter) : "#" + hex_of({&letter, 1});
    }
    return text;
}

struct Writer {
    std::string text{};

    void operator()(std::monostate) { text += "null"; }
    void operator()(bool is_so) { text += is_so ? "true" : "false"; }
    void operator()(const PdfNumber& number) { text += number.text; }
    void operator()(const PdfString& string) { text += "<" + hex_of(string.bytes) + ">"; }
    void operator()(const PdfName& name) { text += written_name(name.text); }
    void operator()(const PdfReference& reference)
    {
        text +=
            std::to_string(reference.number) + " " + std::to_string(reference.generation) + " R";
    }
    // NOLINTNEXTLINE(misc-no-recursion): as deep as what was read
    void operator()(const PdfNested<PdfArray>& nested)
    {
        text += "[";
        for (const auto& value : nested.values()) {
            text += " ";
            std::visit(*this, value.content);
        }
        text += " ]";
    }
    // NOLINTNEXTLINE(misc-no-recursion): as deep as what was read
    void operator()(const PdfNested<PdfDictionary>& nested) { write(nested.values()); }
    // NOLINTNEXTLINE(misc-no-recursion): as deep as what was read
    void write(const PdfDictionary& entries)
    {
        text += "<<";
        for (const auto& [name, value] : entries) {
            text += " " + written_name(name) + " ";
            std::visit(*this, value.content);
        }
        text += " >>";
    }
};

}  // namespace

void PdfScanner::skip_blanks()
{
    for (; !is_end(); ++m_at) {
        if (m_bytes[m_at] == '%') {
            const auto line_end = m_bytes.find_first_of("\r\n", m_at);
            m_at = line_end == std::string_view::npos ? m_bytes.size() - 1 : line_end;
            continue;
        }
        if (blanks.find(m_bytes[m_at]) == std::string_view::npos) return;
    }
}

bool PdfScanner::take(std::string_view word)
{
    if (!m_bytes.substr(std::min(m_at, m_bytes.size())).starts_with(word)) return false;
    m_at += word.size();
    return true;
}

bool PdfScanner::take_word(std::string_view word)
{
    const auto before = m_at;
    if (take(word) && (is_end() || !is_regular(m_bytes[m_at]))) return true;
    m_at = before;
    return false;
}

std::string_view PdfScanner::digits()
{
    const auto from = m_at;
    while (!is_end() && is_digit(m_bytes[m_at])) ++m_at;
    return m_bytes.substr(from, m_at - from);
}

std::optional<std::int64_t> PdfScanner::whole() { return number_in(digits()); }

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::pdf_depth_max
std::optional<PdfValue> PdfScanner::value(int depth)
{
    if (depth > limits::pdf_depth_max) return std::nullopt;
    skip_blanks();
    if (is_end()) return std::nullopt;
    const auto from = m_at;
    if (take("<<")) return dictionary(depth);
    if (take("[")) return array(depth);
    if (take("/")) {
        auto read = name();
        if (!read) return std::nullopt;
        return PdfValue{PdfName{std::move(*read)}};
    }
    const bool is_hex = m_bytes[m_at] == '<';
    if (is_hex || m_bytes[m_at] == '(') {
        ++m_at;
        auto bytes = is_hex ? hex_text() : text();
        if (!bytes) return std::nullopt;
        return PdfValue{PdfString{std::move(*bytes), from, m_at}};
    }
    if (const auto found = reference()) return PdfValue{*found};
    while (!is_end() && is_regular(m_bytes[m_at])) ++m_at;
    const auto word = m_bytes.substr(from, m_at - from);
    if (word == "true" || word == "false") return PdfValue{word == "true"};
    if (word == "null") return PdfValue{};
    if (is_number(word)) return PdfValue{PdfNumber{std::string(word)}};
    return std::nullopt;
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::pdf_depth_max
std::optional<PdfValue> PdfScanner::dictionary(int depth)
{
    PdfDictionary entries;
    for (;;) {
        skip_blanks();
        if (take(">>")) return PdfValue{std::move(entries)};
        if (!take("/")) return std::nullopt;
        const auto key = name();
        if (!key) return std::nullopt;
        auto held = value(depth + 1);
        // Said twice, programs would take the one or the other.
        if (!held || !entries.emplace(*key, std::move(*held)).second) return std::nullopt;
    }
}

// NOLINTNEXTLINE(misc-no-recursion): bounded by limits::pdf_depth_max
std::optional<PdfValue> PdfScanner::array(int depth)
{
    PdfArray values;
    for (;;) {
        skip_blanks();
        if (take("]")) return PdfValue{std::move(values)};
        auto held = value(depth + 1);
        if (!held) return std::nullopt;
        values.push_back(std::move(*held));
    }
}

std::optional<PdfReference> PdfScanner::reference()
{
    const auto before = m_at;
    const auto number = whole();
    if (number && *number <= limits::pdf_number_max && take(" ")) {
        const auto generation = whole();
        if (generation && *generation <= limits::pdf_number_max && take(" ") && take_word("R"))
            return PdfReference{static_cast<int>(*number), static_cast<int>(*generation)};
    }
    m_at = before;
    return std::nullopt;
}

std::optional<std::string> PdfScanner::name()
{
    std::string read;
    for (; !is_end() && is_regular(m_bytes[m_at]); ++m_at) {
        if (m_bytes[m_at] != '#') {
            read += m_bytes[m_at];
            continue;
        }
        if (m_at + 2 >= m_bytes.size()) return std::nullopt;
        const int high = hex_value(m_bytes[m_at + 1]);
        const int low = hex_value(m_bytes[m_at + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        read += static_cast<char>(high * 16 + low);
        m_at += 2;
    }
    return read;
}

std::optional<char> PdfScanner::escaped()
{
    constexpr std::string_view letters = "nrtbf()\\";
    constexpr std::string_view meant = "\n\r\t\b\f()\\";
    const char letter = m_bytes[m_at];
    const auto known = letters.find(letter);
    if (known != std::string_view::npos) {
        ++m_at;
        return meant[known];
    }
    if (letter < '0' || letter > '7') return std::nullopt;
    int code = 0;
    for (int count = 0; count < 3 && !is_end() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '7';
         ++count)
        code = code * 8 + (m_bytes[m_at++] - '0');
    return static_cast<char>(code);
}

std::optional<std::string> PdfScanner::text()
{
    std::string bytes;
    int open = 1;
    while (!is_end()) {
        const char letter = m_bytes[m_at++];
        if (letter == '\\') {
            if (is_end()) return std::nullopt;
            if (take_line_end()) continue;
            if (const auto meant = escaped()) bytes += *meant;
            continue;
        }
        if (letter == '(') ++open;
        if (letter == ')' && --open == 0) return bytes;
        bytes += letter;
    }
    return std::nullopt;
}

std::optional<std::string> PdfScanner::hex_text()
{
    std::string bytes;
    int half = -1;
    while (!is_end()) {
        const char letter = m_bytes[m_at++];
        if (blanks.find(letter) != std::string_view::npos) continue;
        if (letter == '>') {
            if (half >= 0) bytes += static_cast<char>(half * 16);
            return bytes;
        }
        const int digit = hex_value(letter);
        if (digit < 0) return std::nullopt;
        if (half < 0) {
            half = digit;
            continue;
        }
        bytes += static_cast<char>(half * 16 + digit);
        half = -1;
    }
    return std::nullopt;
}

std::optional<std::int64_t> PdfValue::integer() const
{
    const auto* number = std::get_if<PdfNumber>(&content);
    return number == nullptr ? std::nullopt : number_in(number->text);
}
const PdfDictionary* PdfValue::dictionary() const
{
    const auto* found = std::get_if<PdfNested<PdfDictionary>>(&content);
    return found == nullptr ? nullptr : &found->values();
}
const PdfArray* PdfValue::array() const
{
    const auto* found = std::get_if<PdfNested<PdfArray>>(&content);
    return found == nullptr ? nullptr : &found->values();
}
bool operator==(const PdfValue& a, const PdfValue& b) { return written(a) == written(b); }
std::optional<PdfReference> PdfValue::reference() const
{
    const auto* found = std::get_if<PdfReference>(&content);
    return found == nullptr ? std::nullopt : std::optional{*found};
}
bool PdfValue::is_name(std::string_view text) const
{
    const auto* name = std::get_if<PdfName>(&content);
    return name != nullptr && name->text == text;
}

const PdfValue* entry_of(const PdfDictionary& dictionary, const std::string& name)
{
    const auto found = dictionary.find(name);
    return found == dictionary.end() ? nullptr : &found->second;
}

std::string written(const PdfValue& value)
{
    Writer writer;
    std::visit(writer, value.content);
    return std::move(writer.text);
}
std::string written(const PdfDictionary& dictionary)
{
    Writer writer;
    writer.write(dictionary);
    return std::move(writer.text);
}

}  // namespace caicach::document
