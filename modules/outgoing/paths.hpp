#pragma once
#include <string>
#include <string_view>

namespace caicach::outgoing
{

[[nodiscard]] inline std::string series_list_path() { return "/so-van-ban"; }
/// Of the agency with that code.
[[nodiscard]] inline std::string series_list_path(std::string_view agency)
{
    return series_list_path() + "?co-quan=" + std::string(agency);
}
[[nodiscard]] inline std::string series_path(std::string_view code)
{
    return series_list_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string series_path(std::string_view code, int year)
{
    return series_path(code) + "?nam=" + std::to_string(year);
}
[[nodiscard]] inline std::string series_csv_path(std::string_view code, int year)
{
    return series_path(code) + "/so.csv?nam=" + std::to_string(year);
}
[[nodiscard]] inline std::string series_end_path(std::string_view code)
{
    return series_path(code) + "/ket-thuc";
}
[[nodiscard]] inline std::string series_begin_path(std::string_view code)
{
    return series_path(code) + "/so-da-cap";
}
[[nodiscard]] inline std::string numbers_by_hand_path(std::string_view code)
{
    return series_path(code) + "/so";
}
[[nodiscard]] inline std::string number_void_path(std::string_view code)
{
    return series_path(code) + "/huy-so";
}

/// Who signed a file, whoever sent it.
[[nodiscard]] inline std::string file_check_path() { return "/kiem-chu-ky"; }

[[nodiscard]] inline std::string lists_path() { return "/noi-nhan"; }
/// Of the agency with that code.
[[nodiscard]] inline std::string lists_path(std::string_view agency)
{
    return lists_path() + "?co-quan=" + std::string(agency);
}
[[nodiscard]] inline std::string list_path(std::string_view code)
{
    return lists_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string list_removal_path(std::string_view code)
{
    return list_path(code) + "/bo";
}

[[nodiscard]] inline std::string register_path() { return "/van-ban-di"; }
[[nodiscard]] inline std::string register_csv_path() { return "/van-ban-di.csv"; }
[[nodiscard]] inline std::string new_document_path() { return "/van-ban-di/moi"; }
[[nodiscard]] inline std::string document_path(std::string_view code)
{
    return register_path() + "/" + std::string(code);
}
/// What lies below a document: "sua", "cap-so", "van-ban.docx".
[[nodiscard]] inline std::string document_path(std::string_view code, std::string_view below)
{
    return document_path(code) + "/" + std::string(below);
}

[[nodiscard]] inline std::string templates_path() { return "/mau-van-ban"; }
/// Of the agency with that code.
[[nodiscard]] inline std::string templates_path(std::string_view agency)
{
    return templates_path() + "?co-quan=" + std::string(agency);
}
[[nodiscard]] inline std::string template_help_path() { return templates_path() + "/truong"; }
/// What documents that are made of one thing have beside it.
[[nodiscard]] inline std::string template_help_path(std::string_view purpose)
{
    return template_help_path() + "?dung-cho=" + std::string(purpose);
}
[[nodiscard]] inline std::string template_path(std::string_view code)
{
    return templates_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string template_path(std::string_view code, std::string_view below)
{
    return template_path(code) + "/" + std::string(below);
}

}  // namespace caicach::outgoing
