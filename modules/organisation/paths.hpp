#pragma once
#include <string>
#include <string_view>

/// Every address of this module is made here.
namespace caicach::organisation
{

[[nodiscard]] inline std::string agencies_path() { return "/co-quan"; }
[[nodiscard]] inline std::string new_agency_path() { return "/co-quan/them-moi"; }
/// The whole directory, for spreadsheets. No slug has a full stop in it.
[[nodiscard]] inline std::string agencies_file_path() { return "/co-quan/danh-muc.csv"; }
[[nodiscard]] inline std::string agencies_workbook_path() { return "/co-quan/danh-muc.xlsx"; }
/// Imports of tables, and one of them by its public code.
[[nodiscard]] inline std::string imports_path() { return "/co-quan/nhap"; }
[[nodiscard]] inline std::string import_template_path(std::string_view format)
{
    return "/co-quan/nhap/mau." + std::string(format);
}
[[nodiscard]] inline std::string import_path(std::string_view code)
{
    return "/co-quan/nhap/" + std::string(code);
}
[[nodiscard]] inline std::string import_undoing_path(std::string_view code)
{
    return "/co-quan/nhap/" + std::string(code) + "/hoan-tac";
}
[[nodiscard]] inline std::string import_discarding_path(std::string_view code)
{
    return "/co-quan/nhap/" + std::string(code) + "/bo";
}
/// The tree of agencies from the top, or the branch of one.
[[nodiscard]] inline std::string agency_tree_path(std::string_view slug = {})
{
    const std::string path = "/co-quan/cay";
    return slug.empty() ? path : path + "?goc=" + std::string(slug);
}
/// Named groups, and one of them by its key.
[[nodiscard]] inline std::string groups_path() { return "/co-quan/nhom"; }
[[nodiscard]] inline std::string group_path(std::string_view key)
{
    return "/co-quan/nhom/" + std::string(key);
}
[[nodiscard]] inline std::string new_group_path() { return "/co-quan/nhom/them-moi"; }
[[nodiscard]] inline std::string contacts_path() { return "/co-quan/lien-he"; }
[[nodiscard]] inline std::string contact_endings_path() { return "/co-quan/lien-he/thoi-dung"; }
[[nodiscard]] inline std::string official_codes_path() { return "/co-quan/ma-so"; }
[[nodiscard]] inline std::string official_code_endings_path() { return "/co-quan/ma-so/thoi-dung"; }
[[nodiscard]] inline std::string aliases_path() { return "/co-quan/ten-goi-khac"; }
/// What became of agencies by decisions.
[[nodiscard]] inline std::string reorganisations_path() { return "/co-quan/sap-xep"; }
[[nodiscard]] inline std::string new_reorganisation_path(std::string_view kind = {})
{
    const std::string path = "/co-quan/sap-xep/moi";
    return kind.empty() ? path : path + "?loai=" + std::string(kind);
}
/// The calendar of a year; 0: of this one.
[[nodiscard]] inline std::string calendar_path(int year = 0)
{
    const std::string path = "/lich-lam-viec";
    return year == 0 ? path : path + "?nam=" + std::to_string(year);
}
[[nodiscard]] inline std::string calendar_file_path() { return "/lich-lam-viec/ngay.csv"; }
/// The form of a special day: a new one, or the row that begins on `first` ("2026-04-26").
[[nodiscard]] inline std::string special_day_path(std::string_view first = {})
{
    const std::string path = "/lich-lam-viec/ngay";
    return first.empty() ? path : path + "?sua=" + std::string(first);
}
[[nodiscard]] inline std::string special_days_table_path() { return "/lich-lam-viec/nhap"; }
[[nodiscard]] inline std::string office_hours_path() { return "/lich-lam-viec/gio"; }
[[nodiscard]] inline std::string office_hours_removal_path() { return "/lich-lam-viec/gio/bo"; }
[[nodiscard]] inline std::string agency_path(std::string_view slug)
{
    return "/co-quan/" + std::string(slug);
}

}  // namespace caicach::organisation
