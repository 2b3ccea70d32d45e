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
/// Takes cells of a part of the report's form; `part` tells the drafts of a browser apart.
[[nodiscard]] inline std::string cells_path(std::string_view code, std::string_view part)
{
    return report_path(code) + "/o?phan=" + std::string(part);
}
[[nodiscard]] inline std::string row_adding_path(std::string_view code)
{
    return report_path(code) + "/dong";
}
[[nodiscard]] inline std::string row_removal_path(std::string_view code)
{
    return report_path(code) + "/dong/bo";
}
[[nodiscard]] inline std::string drawn_rows_path(std::string_view code)
{
    return report_path(code) + "/dong/lay";
}
/// Steps of its way.
[[nodiscard]] inline std::string sending_path(std::string_view code)
{
    return report_path(code) + "/gui";
}
[[nodiscard]] inline std::string recalling_path(std::string_view code)
{
    return report_path(code) + "/rut-lai";
}
[[nodiscard]] inline std::string checking_path(std::string_view code)
{
    return report_path(code) + "/kiem-tra";
}
[[nodiscard]] inline std::string returning_path(std::string_view code)
{
    return report_path(code) + "/tra-lai";
}
[[nodiscard]] inline std::string approving_path(std::string_view code)
{
    return report_path(code) + "/phe-duyet";
}
[[nodiscard]] inline std::string reopening_path(std::string_view code)
{
    return report_path(code) + "/mo-lai";
}
[[nodiscard]] inline std::string extending_path(std::string_view code)
{
    return report_path(code) + "/mo-khoa";
}
/// What was sent, as it was frozen.
[[nodiscard]] inline std::string submission_path(std::string_view code, std::string_view receipt)
{
    return report_path(code) + "/lan-gui/" + std::string(receipt);
}
[[nodiscard]] inline std::string receipt_path(std::string_view receipt)
{
    return "/bien-nhan/" + std::string(receipt);
}
[[nodiscard]] inline std::string file_adding_path(std::string_view code)
{
    return report_path(code) + "/tep";
}
[[nodiscard]] inline std::string file_removal_path(std::string_view code)
{
    return report_path(code) + "/tep/bo";
}
[[nodiscard]] inline std::string number_path(std::string_view code, std::string_view field)
{
    return report_path(code) + "/so/" + std::string(field);
}

}  // namespace caicach::report
