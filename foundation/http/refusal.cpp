#include "http/refusal.hpp"

#include <array>
#include <string>
#include <string_view>

namespace caicach::http
{

namespace
{

struct Refusal {
    int status{};
    Failure kind{};
    std::string_view key{};
    std::string_view sentence{};
};

constexpr std::array<Refusal, 11> refusals{{
    {400, Failure::invalid, "http.refused.malformed",
     "Yêu cầu không đúng quy cách. Hãy tải lại trang rồi thử lại."},
    {408, Failure::unavailable, "http.refused.slow",
     "Đường truyền quá chậm nên máy chủ đã ngừng chờ. Hãy thử lại."},
    {413, Failure::too_large, "http.refused.too_large",
     "Nội dung gửi lên quá lớn. Hãy chọn tệp nhỏ hơn rồi gửi lại."},
    {415, Failure::unsupported, "http.refused.unsupported",
     "Máy chủ không đọc được loại nội dung này. Hãy gửi bằng trang của hệ thống."},
    {417, Failure::invalid, "http.refused.expectation",
     "Máy chủ không đáp ứng được điều kiện mà trình duyệt đặt ra. Hãy thử lại."},
    {422, Failure::invalid, "http.refused.malformed",
     "Yêu cầu không đúng quy cách. Hãy tải lại trang rồi thử lại."},
    {431, Failure::too_large, "http.refused.head_too_large",
     "Địa chỉ hoặc phần đầu của yêu cầu quá dài. Hãy xoá cookie của trang này rồi thử lại."},
    {501, Failure::unsupported, "http.refused.method",
     "Máy chủ không nhận kiểu yêu cầu này. Hãy dùng trình duyệt thông thường."},
    {503, Failure::unavailable, "http.refused.busy", "Máy chủ đang bận. Hãy thử lại sau vài giây."},
    {505, Failure::unsupported, "http.refused.version",
     "Máy chủ chỉ nói HTTP/1.0 và HTTP/1.1. Hãy dùng trình duyệt khác."},
    {500, Failure::internal, "http.refused.failed",
     "Máy chủ gặp lỗi và đã ghi lại. Hãy thử lại; nếu vẫn lỗi, hãy báo cho quản trị."},
}};

const Refusal& refusal_of(int status)
{
    for (const auto& refusal : refusals)
        if (refusal.status == status) return refusal;
    return refusals.back();
}

}  // namespace

Response plain_refusal(int status)
{
    return plain_text(std::string(refusal_of(status).sentence) + "\n", status);
}

Error error_of_status(int status)
{
    const auto& refusal = refusal_of(status);
    return {.kind = refusal.kind, .key = std::string(refusal.key)};
}

}  // namespace caicach::http
