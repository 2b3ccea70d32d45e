#include "document/official_outline.hpp"

#include <array>

#include "base/result.hpp"
#include "document/list_label.hpp"

namespace caicach::document
{

std::string point_label(int number)
{
    constexpr std::array<std::string_view, 23> letters{"a", "b", "c", "d", "đ", "e", "g", "h",
                                                       "i", "k", "l", "m", "n", "o", "p", "q",
                                                       "r", "s", "t", "u", "v", "x", "y"};
    VERIFY(number >= 1);
    const auto index = static_cast<std::size_t>(number) - 1;
    std::string label;
    for (std::size_t times = 0; times <= index / letters.size(); ++times)
        label += letters[index % letters.size()];
    return label + ")";
}

std::string official_number(int number, std::string_view symbol)
{
    VERIFY(number >= 0);
    const auto digits =
        number == 0 ? std::string{} : format_number(number, NumberFormat::decimal_zero);
    return digits + "/" + std::string(symbol);
}

std::string OutlineNumbers::next(OfficialParagraphKind kind)
{
    using Kind = OfficialParagraphKind;
    switch (kind) {
        case Kind::part:
            m_section = m_clause = m_point = 0;
            return "Phần " + format_number(++m_part, NumberFormat::upper_roman);
        case Kind::chapter:
            m_section = m_clause = m_point = 0;
            return "Chương " + format_number(++m_chapter, NumberFormat::upper_roman);
        case Kind::section:
            m_clause = m_point = 0;
            return "Mục " + std::to_string(++m_section);
        case Kind::article:
            m_clause = m_point = 0;
            return "Điều " + std::to_string(++m_article) + ".";
        case Kind::clause:
            m_point = 0;
            return std::to_string(++m_clause) + ".";
        case Kind::point:
            return point_label(++m_point);
        case Kind::body:
        case Kind::basis:
        case Kind::heading:
        case Kind::title:
            break;
    }
    return {};
}

}  // namespace caicach::document
