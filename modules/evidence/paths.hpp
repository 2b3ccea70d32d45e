#pragma once
#include <string>
#include <string_view>

namespace caicach::evidence
{

[[nodiscard]] inline std::string facts_path() { return "/minh-chung"; }
[[nodiscard]] inline std::string new_fact_path() { return "/minh-chung/moi"; }
/// Of what is about an agency.
[[nodiscard]] inline std::string facts_about_path() { return "/minh-chung/ve-co-quan"; }
[[nodiscard]] inline std::string facts_about_csv_path() { return "/minh-chung/ve-co-quan.csv"; }
[[nodiscard]] inline std::string pack_path() { return "/minh-chung/goi.zip"; }
[[nodiscard]] inline std::string fact_page_path(std::string_view code)
{
    return facts_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string refusal_path(std::string_view code)
{
    return fact_page_path(code) + "/tu-choi";
}
[[nodiscard]] inline std::string acceptance_path(std::string_view code)
{
    return fact_page_path(code) + "/cong-nhan";
}
[[nodiscard]] inline std::string answer_path(std::string_view code)
{
    return fact_page_path(code) + "/tra-loi";
}
[[nodiscard]] inline std::string correction_path(std::string_view code)
{
    return fact_page_path(code) + "/sua";
}
[[nodiscard]] inline std::string taking_back_path(std::string_view code)
{
    return fact_page_path(code) + "/rut-lai";
}

[[nodiscard]] inline std::string imports_path() { return "/minh-chung/nhap"; }
[[nodiscard]] inline std::string import_template_path() { return "/minh-chung/nhap/mau.csv"; }
[[nodiscard]] inline std::string import_path(std::string_view code)
{
    return imports_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string import_discarding_path(std::string_view code)
{
    return import_path(code) + "/bo";
}
[[nodiscard]] inline std::string import_undoing_path(std::string_view code)
{
    return import_path(code) + "/hoan-tac";
}

[[nodiscard]] inline std::string figures_path() { return "/so-lieu"; }
[[nodiscard]] inline std::string figure_path(std::string_view key)
{
    return figures_path() + "/" + std::string(key);
}
/// Whom an agency reached, of such a figure.
[[nodiscard]] inline std::string coverage_path(std::string_view key, std::string_view slug)
{
    return figure_path(key) + "/co-quan/" + std::string(slug);
}
[[nodiscard]] inline std::string coverage_csv_path(std::string_view key, std::string_view slug)
{
    return coverage_path(key, slug) + "/bang.csv";
}

}  // namespace caicach::evidence
