#pragma once
#include <string>
#include <string_view>

namespace caicach::personal_data
{

[[nodiscard]] inline std::string own_data_path() { return "/tai-khoan/cua-toi/du-lieu"; }
[[nodiscard]] inline std::string download_path() { return own_data_path() + "/tep.zip"; }
[[nodiscard]] inline std::string consents_path() { return own_data_path() + "/dong-y"; }
[[nodiscard]] inline std::string own_requests_path() { return own_data_path() + "/yeu-cau"; }

[[nodiscard]] inline std::string requests_path() { return "/du-lieu-ca-nhan"; }
[[nodiscard]] inline std::string answered_path() { return requests_path() + "?muc=da-tra-loi"; }
[[nodiscard]] inline std::string requests_file_path() { return requests_path() + "/danh-sach.csv"; }
[[nodiscard]] inline std::string new_request_path() { return requests_path() + "/tiep-nhan"; }
[[nodiscard]] inline std::string request_path(std::string_view code)
{
    return requests_path() + "/" + std::string(code);
}
[[nodiscard]] inline std::string acknowledgement_path(std::string_view code)
{
    return request_path(code) + "/xac-nhan";
}
[[nodiscard]] inline std::string extension_path(std::string_view code)
{
    return request_path(code) + "/gia-han";
}
[[nodiscard]] inline std::string answer_path(std::string_view code)
{
    return request_path(code) + "/tra-loi";
}
[[nodiscard]] inline std::string reply_path(std::string_view code)
{
    return request_path(code) + "/tra-loi.docx";
}
[[nodiscard]] inline std::string printed_reply_path(std::string_view code)
{
    return request_path(code) + "/tra-loi.pdf";
}

}  // namespace caicach::personal_data
