#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace caicach::html
{

/// HTML as it stands in the source: only a string literal becomes one (a run-time string does not
/// compile), so nothing a person typed can ever be raw. What the strict Content-Security-Policy
/// would block, or what would leave a hole unquoted, does not compile either: `<style`, `style=`,
/// `onclick=` and the like, and a literal that ends in ` name=` without its quotation mark.
class Literal
{
public:
    template <std::size_t Size>
    consteval Literal(const char (&text)[Size]) : m_text(text, Size - 1)  // NOLINT(*-explicit-*)
    {
        refuse_what_the_policy_blocks();
    }

    [[nodiscard]] constexpr std::string_view text() const { return m_text; }

private:
    consteval void refuse_what_the_policy_blocks() const
    {
        // A throw while compiling is an error that quotes the sentence.
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            if (m_text[at] == '<' && m_text.substr(at).starts_with("<style"))
                throw "styles go into the stylesheet: the policy blocks <style>";
            if (m_text[at] == ' ') refuse_attribute(m_text.substr(at + 1));
        }
    }

    static consteval void refuse_attribute(std::string_view text)
    {
        std::size_t end = 0;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-'))
            ++end;
        if (end == 0 || end == text.size() || text[end] != '=') return;
        if (end + 1 == text.size()) throw "quote the attribute: a hole must not stand bare";
        if (text[end + 1] != '"') return;
        const auto name = text.substr(0, end);
        if (name == "style" || (name.size() > 2 && name.starts_with("on")))
            throw "the policy blocks style= and on…= attributes";
    }

    std::string_view m_text;
};

/// An address that passed the scheme check; made by `url`.
struct Url {
    std::string_view text{};
};

/// http, https, mailto, tel, and addresses without a scheme ("/ke-hoach", "?trang=2", "#muc-3")
/// pass; anything else ("javascript:…", "data:…", "//elsewhere") becomes "#".
[[nodiscard]] Url url(std::string_view address);

/// One piece of a page: a literal is raw; strings, numbers and addresses are escaped, so that they
/// are right both as text and inside a quoted attribute. A `const char*` is neither, and refused.
class Part
{
public:
    template <std::size_t Size>
    consteval Part(const char (&text)[Size])  // NOLINT(*-explicit-*)
        : Part(Literal(text))
    {
    }
    constexpr Part(Literal literal)  // NOLINT(*-explicit-*)
        : m_kind(Kind::raw), m_text(literal.text())
    {
    }
    constexpr Part(std::string_view text) : m_text(text) {}  // NOLINT(*-explicit-*)
    Part(const std::string& text) : m_text(text) {}          // NOLINT(*-explicit-*)
    constexpr Part(Url address) : m_text(address.text) {}    // NOLINT(*-explicit-*)
    template <std::integral Number>
    constexpr Part(Number number)  // NOLINT(*-explicit-*)
        : m_kind(Kind::number), m_number(static_cast<std::int64_t>(number))
    {
        static_assert(!std::same_as<Number, bool> && !std::same_as<Number, char>,
                      "say what to write: html::when(condition, \"…\"), or a string");
    }
    template <class Pointer>
        requires std::same_as<Pointer, const char*> || std::same_as<Pointer, char*>
    Part(Pointer) = delete;  // NOLINT(*-explicit-*)

private:
    friend class Writer;
    enum class Kind : std::uint8_t { text, raw, number };

    Kind m_kind{Kind::text};
    std::string_view m_text;
    std::int64_t m_number{};
};

/// A literal that is written only if so: `html::when(selected, " selected")`.
[[nodiscard]] constexpr Literal when(bool condition, Literal literal)
{
    return condition ? literal : Literal("");
}

/// Writes a page onto a string:
///
///     out({"<li><a href=\"", html::url(path), "\">", title, "</a></li>"});
///
/// Components are functions that take a Writer& and what they show.
class Writer
{
public:
    explicit Writer(std::string& target) : m_target(target) {}

    void operator()(std::initializer_list<Part> parts);

private:
    void write_number(std::int64_t number);

    std::string& m_target;
};

/// The text escaped, for the rare place that needs a string.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace caicach::html
