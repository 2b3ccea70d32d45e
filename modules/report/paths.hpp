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
[[nodiscard]] inline std::string version_book_path(std::string_view code, int number)
{
    return form_path(code) + "/mau.xlsx?ban=" + std::to_string(number);
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
[[nodiscard]] inline std::string remarking_path(std::string_view code)
{
    return report_path(code) + "/y-kien";
}
[[nodiscard]] inline std::string remark_settling_path(std::string_view code)
{
    return remarking_path(code) + "/xong";
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
[[nodiscard]] inline std::string correcting_path(std::string_view code)
{
    return report_path(code) + "/dieu-chinh";
}
/// What was sent, as it was frozen: to read, and the text whose hash stands in the receipt.
[[nodiscard]] inline std::string submission_path(std::string_view code, int number)
{
    return report_path(code) + "/lan-gui/" + std::to_string(number);
}
[[nodiscard]] inline std::string submission_file_path(std::string_view code, int number)
{
    return submission_path(code, number) + "/tep.json";
}
/// What two submissions say differently.
[[nodiscard]] inline std::string comparison_path(std::string_view code, int from, int to)
{
    return report_path(code) + "/so-sanh?tu=" + std::to_string(from) + "&den=" + std::to_string(to);
}
[[nodiscard]] inline std::string receipt_path(std::string_view receipt)
{
    return "/bien-nhan/" + std::string(receipt);
}
[[nodiscard]] inline std::string copying_path(std::string_view code)
{
    return report_path(code) + "/ky-truoc";
}
/// The report as a workbook, to be filled in elsewhere and brought back.
[[nodiscard]] inline std::string workbook_path(std::string_view code)
{
    return report_path(code) + "/mau.xlsx";
}
[[nodiscard]] inline std::string pasting_path(std::string_view code)
{
    return report_path(code) + "/dan";
}
[[nodiscard]] inline std::string bringing_path(std::string_view code)
{
    return report_path(code) + "/nhap";
}
/// What was brought, to be looked at and confirmed.
[[nodiscard]] inline std::string proposal_path(std::string_view code, std::string_view proposal)
{
    return bringing_path(code) + "/" + std::string(proposal);
}
[[nodiscard]] inline std::string proposal_discarding_path(std::string_view code,
                                                          std::string_view proposal)
{
    return proposal_path(code, proposal) + "/bo";
}
[[nodiscard]] inline std::string file_adding_path(std::string_view code)
{
    return report_path(code) + "/tep";
}
[[nodiscard]] inline std::string file_removal_path(std::string_view code)
{
    return report_path(code) + "/tep/bo";
}
/// Its official document.
[[nodiscard]] inline std::string report_paper_path(std::string_view code)
{
    return report_path(code) + "/van-ban";
}
/// "docx", "pdf", "xlsx", "json".
[[nodiscard]] inline std::string report_file_path(std::string_view code, std::string_view ending)
{
    return report_path(code) + "/bao-cao." + std::string(ending);
}
[[nodiscard]] inline std::string number_path(std::string_view code, std::string_view field)
{
    return report_path(code) + "/so/" + std::string(field);
}
/// Numbers of many, added up.
[[nodiscard]] inline std::string collected_forms_path() { return "/tong-hop"; }
[[nodiscard]] inline std::string collected_periods_path(std::string_view form)
{
    return collected_forms_path() + "/" + std::string(form);
}
[[nodiscard]] inline std::string aggregate_path(std::string_view form, std::string_view period)
{
    return collected_periods_path(form) + "/" + std::string(period);
}
/// Behind any of them: whose numbers.
[[nodiscard]] inline std::string of_collector(const std::string& path, std::string_view slug)
{
    return path + "?noi-nhan=" + std::string(slug);
}

/// The draft of a form, to be worked on piece by piece.
[[nodiscard]] inline std::string new_form_path() { return forms_path() + "/moi"; }
[[nodiscard]] inline std::string design_path(std::string_view code)
{
    return form_path(code) + "/soan";
}
[[nodiscard]] inline std::string moving_path(std::string_view code)
{
    return design_path(code) + "/chuyen";
}
[[nodiscard]] inline std::string piece_removal_path(std::string_view code)
{
    return design_path(code) + "/bo";
}
[[nodiscard]] inline std::string preview_path(std::string_view code)
{
    return design_path(code) + "/xem-thu";
}

}  // namespace caicach::report
