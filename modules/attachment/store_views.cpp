#include "attachment/store_views.hpp"

#include <fmt/core.h>

#include <array>

#include "attachment/content_folder.hpp"
#include "attachment/limits.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::attachment
{

namespace
{

using html::Writer;

std::string number(std::int64_t value) { return text::format_integer(value); }

std::string day(Instant at) { return Date::of(at).vietnamese(); }

std::string size_text(std::int64_t bytes)
{
    constexpr std::int64_t megabyte = 1024 * 1024;
    return bytes < megabyte ? "dưới 1 MB" : number(bytes / megabyte) + " MB";
}

std::string sum_text(const WalkSum& sum)
{
    return fmt::format("{} nội dung, {}", number(sum.contents), size_text(sum.bytes));
}

std::string last_round(const Walk& walk)
{
    if (!walk.ended_at) return "chưa xong lần nào";
    return fmt::format("xong ngày {}: {}", day(*walk.ended_at), sum_text(walk.ended));
}

std::string this_round(const Walk& walk)
{
    if (!walk.began_at) return {};
    return fmt::format("từ ngày {}, được {}%: {}", day(*walk.began_at), walk.percent(),
                       sum_text(walk.sum));
}

std::string scanner_text(const Context& context, const StorePage& page)
{
    if (context.services().virus_scanner.address.empty())
        return "chưa dùng; muốn dùng, đặt attachment.clamd trong cấu hình";
    if (!page.scanner_problem.empty()) return "không trả lời";
    return page.waiting == 0
               ? "đang trả lời"
               : fmt::format("đang trả lời; {} nội dung chờ quét", number(page.waiting));
}

std::string orphans_text(const StorePage& page)
{
    if (page.orphans == 0) return "không có";
    constexpr std::int64_t seconds = limits::orphan_days_kept * 24 * 60 * 60;
    return fmt::format("{} tệp; tệp đầu tiên tự xóa từ ngày {}", number(page.orphans),
                       day(*page.first_orphan_at + seconds));
}

void faults_table(Writer& out, const StorePage& page)
{
    constexpr std::array columns{web::Column{.name = "Tệp trong thư mục dữ liệu"},
                                 web::Column{.name = "Tình trạng, việc cần làm"},
                                 web::Column{.name = "Thấy từ ngày"},
                                 web::Column{.name = "Số hồ sơ dùng tệp", .is_number = true}};
    const auto row = [](web::Rows& rows, const std::string& sha256, const std::string& text,
                        Instant at, std::int64_t files) {
        rows.begin();
        rows.cell([&](Writer& cell) { cell({"<code>files/", place_of(sha256), "</code>"}); });
        rows.cell(text);
        rows.cell(day(at));
        rows.cell(files);
        rows.end();
    };
    web::table(out, {.caption = "Tệp cần xử lý", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& content : page.infected) {
            row(rows, content.sha256,
                "Có mã độc, nên không cho tải về nữa. Hãy báo người phụ trách an toàn thông tin.",
                content.kept_at, content.files);
        }
        for (const auto& fault : page.faults)
            row(rows, fault.sha256, text_of(fault.fault), fault.found_at, fault.files);
    });
}

}  // namespace

http::Response store_page(const Context& context, const StorePage& page)
{
    auto frame = web::frame_of(context, "Kho tệp");
    const auto kept = fmt::format("{} nội dung, {}", number(page.contents), size_text(page.bytes));
    const auto last = last_round(page.walk);
    const auto now = this_round(page.walk);
    const auto scanner = scanner_text(context, page);
    const auto orphans = orphans_text(page);
    const std::array facts{web::Fact{.name = "Đang giữ", .value = kept},
                           web::Fact{.name = "Lần kiểm tra gần nhất", .value = last},
                           web::Fact{.name = "Đang kiểm tra", .value = now},
                           web::Fact{.name = "Tệp không thuộc hồ sơ nào", .value = orphans},
                           web::Fact{.name = "Quét mã độc", .value = scanner}};
    const auto content = [&](Writer& out) {
        web::page_title(out, {.title = "Kho tệp",
                              .lead = "Phần mềm đọc lại mọi tệp đã nhận, mỗi ngày một lượt, và báo "
                                      "tệp nào thiếu hoặc bị thay đổi."});
        if (!page.scanner_problem.empty())
            web::notice(out, {.tone = web::Tone::warning, .text = page.scanner_problem});
        web::facts(out, facts);
        if (page.faults.empty() && page.infected.empty()) {
            if (page.walk.ended_at)
                web::notice(out,
                            {.tone = web::Tone::success, .text = "Mọi tệp đều còn và nguyên vẹn."});
            return;
        }
        faults_table(out, page);
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Dòng được gỡ khi lượt kiểm tra sau thấy tệp đã nguyên vẹn. Muốn "
                                  "biết ngay, chạy caicach check trên máy chủ."});
    };
    return web::show(frame, content);
}

}  // namespace caicach::attachment
