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
[[nodiscard]] inline std::string contacts_path() { return "/co-quan/lien-he"; }
[[nodiscard]] inline std::string contact_endings_path() { return "/co-quan/lien-he/thoi-dung"; }
[[nodiscard]] inline std::string aliases_path() { return "/co-quan/ten-goi-khac"; }
/// What became of agencies by decisions.
[[nodiscard]] inline std::string reorganisations_path() { return "/co-quan/sap-xep"; }
[[nodiscard]] inline std::string new_reorganisation_path(std::string_view kind = {})
{
    std::string path = "/co-quan/sap-xep/moi";
    return kind.empty() ? path : path + "?loai=" + std::string(kind);
}
[[nodiscard]] inline std::string agency_path(std::string_view slug)
{
    return "/co-quan/" + std::string(slug);
}

}  // namespace caicach::organisation
