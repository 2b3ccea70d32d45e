#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The values that a PDF holds (ISO 32000-1, 7.3).
namespace caicach::document
{

struct PdfReference {
    int number{};
    int generation{};

    friend auto operator<=>(const PdfReference&, const PdfReference&) = default;
};
struct PdfName {
    std::string text{};  ///< without '/'

    friend bool operator==(const PdfName&, const PdfName&) = default;
};
/// A number, as it is written.
struct PdfNumber {
    std::string text{};

    friend bool operator==(const PdfNumber&, const PdfNumber&) = default;
};
/// The bytes of a string.
struct PdfString {
    std::string bytes{};
    std::size_t from{};  ///< where it stands in the file, its marks included
    std::size_t to{};

    friend bool operator==(const PdfString& a, const PdfString& b) { return a.bytes == b.bytes; }
};

struct PdfValue;
using PdfArray = std::vector<PdfValue>;
using PdfDictionary = std::map<std::string, PdfValue>;

/// What a value holds of further values; copies of the value share it, for nothing changes it.
template <typename Values>
class PdfNested
{
public:
    // NOLINTNEXTLINE(google-explicit-constructor): an array is a value as it stands
    PdfNested(Values values) : m_values(std::make_shared<const Values>(std::move(values))) {}

    [[nodiscard]] const Values& values() const { return *m_values; }

private:
    std::shared_ptr<const Values> m_values;
};

struct PdfValue {
    std::variant<std::monostate, bool, PdfNumber, PdfString, PdfName, PdfReference,
                 PdfNested<PdfArray>, PdfNested<PdfDictionary>>
        content{};

    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] const PdfDictionary* dictionary() const;
    [[nodiscard]] const PdfArray* array() const;
    [[nodiscard]] std::optional<PdfReference> reference() const;
    [[nodiscard]] bool is_name(std::string_view text) const;

    /// Whether both would be written alike.
    friend bool operator==(const PdfValue& a, const PdfValue& b);
};

/// What the dictionary has of that name; nothing where it has none.
[[nodiscard]] const PdfValue* entry_of(const PdfDictionary& dictionary, const std::string& name);

/// As it stands in a file.
[[nodiscard]] std::string written(const PdfValue& value);
[[nodiscard]] std::string written(const PdfDictionary& dictionary);

/// Reads a file's bytes from left to right; nothing for what no PDF holds.
class PdfScanner
{
public:
    PdfScanner(std::string_view bytes, std::size_t at) : m_bytes(bytes), m_at(at) {}

    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] bool is_end() const { return m_at >= m_bytes.size(); }

    void skip_blanks();
    bool take(std::string_view word);
    /// Without what a word would go on with.
    bool take_word(std::string_view word);
    bool take_line_end() { return take("\r\n") || take("\n") || take("\r"); }
    std::string_view digits();
    /// A number of these digits.
    std::optional<std::int64_t> whole();
    std::optional<PdfValue> value(int depth = 0);

private:
    std::optional<PdfValue> dictionary(int depth);
    std::optional<PdfValue> array(int depth);
    std::optional<PdfReference> reference();
    std::optional<std::string> name();
    std::optional<std::string> text();
    std::optional<std::string> hex_text();
    std::optional<char> escaped();

    std::string_view m_bytes;
    std::size_t m_at;
};

}  // namespace caicach::document
