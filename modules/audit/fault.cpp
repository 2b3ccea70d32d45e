#include <fmt/core.h>

#include "audit/api.hpp"

namespace caicach::audit
{

namespace
{

std::string_view text_of(Fault fault)
{
    switch (fault) {
        case Fault::missing:
            return "bị thiếu";
        case Fault::changed:
            return "đã bị sửa nội dung";
        case Fault::unlinked:
            return "không nối với dòng trước";
        case Fault::beyond:
            return "nằm sau điểm cuối đã ghi của nhật ký";
        case Fault::headless:
            return "không khớp với điểm cuối đã ghi của nhật ký";
        case Fault::truncated:
            return "và các dòng sau đã mất: nhật ký bị cắt ngắn, hoặc cơ sở dữ liệu là bản cũ hơn";
        case Fault::rewritten:
            return "không phải là dòng đã được ký trước đây: nhật ký đã bị viết lại";
        case Fault::badly_signed:
            return "có mốc mang chữ ký sai hoặc ký bằng khóa lạ";
        case Fault::unreadable:
            return "không đọc được: tệp cơ sở dữ liệu bị hỏng từ đó";
    }
    return {};
}

}  // namespace

std::string in_words(const BadRow& bad)
{
    auto words = fmt::format("dòng {} {}", bad.seq, text_of(bad.fault));
    if (bad.against) {
        words += fmt::format(" (mốc ký lúc {} ở dòng {})", bad.against->at, bad.against->seq);
    }
    return words;
}

std::string_view key_of(Fault fault)
{
    switch (fault) {
        case Fault::missing:
            return "missing";
        case Fault::changed:
            return "changed";
        case Fault::unlinked:
            return "unlinked";
        case Fault::beyond:
            return "beyond";
        case Fault::headless:
            return "headless";
        case Fault::truncated:
            return "truncated";
        case Fault::rewritten:
            return "rewritten";
        case Fault::badly_signed:
            return "badly_signed";
        case Fault::unreadable:
            return "unreadable";
    }
    return {};
}

}  // namespace caicach::audit
