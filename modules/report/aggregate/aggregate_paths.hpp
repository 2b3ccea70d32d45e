#pragma once
#include <string>
#include <string_view>

#include "report/paths.hpp"

/// Below the page of a period that is added up.
namespace caicach::report
{

[[nodiscard]] inline std::string values_csv_path(const std::string& of)
{
    return of + "/so-lieu.csv";
}
[[nodiscard]] inline std::string values_xlsx_path(const std::string& of)
{
    return of + "/so-lieu.xlsx";
}
/// Periods beside each other, as files; behind it the query of the page.
[[nodiscard]] inline std::string pivot_file_path(std::string_view form, std::string_view ending)
{
    return collected_periods_path(form) + "/canh-nhau." + std::string(ending);
}
/// How many periods stand beside each other.
inline constexpr std::string_view periods_field = "so-ky";
[[nodiscard]] inline std::string collected_parts_path(std::string_view form,
                                                      std::string_view period)
{
    return aggregate_path(form, period) + "/loi-van";
}
[[nodiscard]] inline std::string collected_parts_csv_path(std::string_view form,
                                                          std::string_view period)
{
    return aggregate_path(form, period) + "/loi-van.csv";
}
/// Reminds those who have not sent; of the agency that `reminded_agency_field` names, or all.
[[nodiscard]] inline std::string reminding_path(std::string_view form, std::string_view period)
{
    return aggregate_path(form, period) + "/nhac";
}
inline constexpr std::string_view reminded_agency_field = "co-quan";
/// Takes texts into the collector's own report.
[[nodiscard]] inline std::string text_taking_path(std::string_view form, std::string_view period)
{
    return collected_parts_path(form, period) + "/lay";
}

}  // namespace caicach::report
