#pragma once
#include <string>
#include <string_view>

#include "document/official_document.hpp"

/// How official documents number themselves and what is in them.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 and 6.
namespace caicach::document
{

/// 1 "a)", 4 "d)", 5 "đ)", 6 "e)" … 23 "y)", then doubled: 24 "aa)". The letters of the Vietnamese
/// alphabet without accents; f, j, w and z are none of them.
[[nodiscard]] std::string point_label(int number);

/// "05/BC-SNV"; 0 leaves room for the registry: "/BC-SNV".
[[nodiscard]] std::string official_number(int number, std::string_view symbol);

/// The numbers of parts, chapters, sections, articles, clauses and points, from top to bottom.
/// Chapters and articles run on through the whole text; sections begin anew in each chapter,
/// clauses in each article, points in each clause.
class OutlineNumbers
{
public:
    /// "Chương II", "Điều 5.", "3.", "đ)"; nothing for kinds that have no number.
    [[nodiscard]] std::string next(OfficialParagraphKind kind);

private:
    int m_part{};
    int m_chapter{};
    int m_section{};
    int m_article{};
    int m_clause{};
    int m_point{};
};

}  // namespace caicach::document
