#pragma once
#include <string>
#include <string_view>

namespace caicach::report
{

[[nodiscard]] inline std::string forms_path() { return "/mau-bao-cao"; }
[[nodiscard]] inline std::string forms_csv_path() { return "/mau-bao-cao.csv"; }
[[nodiscard]] inline std::string form_import_path() { return "/mau-bao-cao/nhap"; }
[[nodiscard]] inline std::string form_import_keeping_path() { return "/mau-bao-cao/nhap/ghi"; }
[[nodiscard]] inline std::string form_path(std::string_view code)
{
    return forms_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string version_path(std::string_view code, int number)
{
    return form_path(code) + "?ban=" + std::to_string(number);
}
[[nodiscard]] inline std::string version_json_path(std::string_view code, int number)
{
    return form_path(code) + "/mau.json?ban=" + std::to_string(number);
}
[[nodiscard]] inline std::string form_in_force_path(std::string_view code)
{
    return form_path(code) + "/ban-hanh";
}
[[nodiscard]] inline std::string form_discarding_path(std::string_view code)
{
    return form_path(code) + "/bo";
}
[[nodiscard]] inline std::string period_opening_path(std::string_view code)
{
    return form_path(code) + "/mo-ky";
}
[[nodiscard]] inline std::string reports_path() { return "/bao-cao"; }
[[nodiscard]] inline std::string reports_csv_path() { return "/bao-cao.csv"; }
[[nodiscard]] inline std::string report_path(std::string_view code)
{
    return reports_path() + "/" + std::string(code);
}

}  // namespace caicach::report
