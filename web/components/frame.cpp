#include "web/components/frame.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>
#include <utility>

#include "crypto/crypto.hpp"
#include "web/components/forms.hpp"

namespace caicach::web
{
namespace
{

constexpr std::int64_t flash_seconds = 60;
constexpr std::size_t page_bytes_usual = 64 * 1024;

std::string title_of(Failure kind)
{
    switch (kind) {
        case Failure::not_found:
            return "Không tìm thấy trang";
        case Failure::forbidden:
            return "Bạn không có quyền làm việc này";
        case Failure::unauthenticated:
            return "Bạn cần đăng nhập";
        case Failure::conflict:
            return "Nội dung vừa được người khác thay đổi";
        case Failure::too_large:
            return "Dữ liệu quá lớn";
        case Failure::unsupported:
            return "Định dạng chưa được hỗ trợ";
        case Failure::unavailable:
            return "Hệ thống đang bận";
        case Failure::invalid:
            return "Dữ liệu chưa đúng";
        case Failure::internal:
            break;
    }
    return "Hệ thống gặp sự cố";
}

/// The same in every session of the account, and no key of the database.
std::string mark_of(AccountId account)
{
    constexpr std::size_t length = 16;
    return crypto::sha256_hex("person in a browser " + std::to_string(account.value))
        .substr(0, length);
}

bool is_below(std::string_view path, std::string_view entry)
{
    return path == entry || (path.starts_with(entry) && path.substr(entry.size()).starts_with('/'));
}

/// Parts of the menu, by the order of its entries: from `from` on they stand under `title`.
struct MenuPart {
    int from;
    std::string_view title;
};
constexpr auto menu_parts = std::to_array<MenuPart>({{15, "Số liệu, báo cáo"},
                                                     {30, "Văn bản"},
                                                     {40, "Tin và kênh"},
                                                     {60, "Cơ quan"},
                                                     {80, "Quản trị"}});
/// As many fit in a line of a desk; who sees no more, as citizens, has no parts to open.
constexpr std::size_t plain_menu_max = 7;

std::string_view part_of(const MenuEntry& entry)
{
    std::string_view title;
    for (const auto& part : menu_parts) {
        if (part.from <= entry.order) title = part.title;
    }
    return title;
}

/// What this person may see. A link without path is the title of those that follow.
std::vector<Link> menu_of(const Context& context)
{
    const auto may_see = [&](const MenuEntry& entry) {
        return entry.permission == nullptr || context.may_anywhere(*entry.permission);
    };
    const auto& entries = context.services().menu;
    const auto& path = context.surroundings().path;
    const auto seen = static_cast<std::size_t>(std::ranges::count_if(entries, may_see));
    const bool has_parts = seen > plain_menu_max;
    std::vector<Link> menu;
    menu.reserve(seen + menu_parts.size());
    std::string_view last;
    for (const auto& entry : entries | std::views::filter(may_see)) {
        if (const auto part = part_of(entry); has_parts && part != last) {
            last = part;
            menu.push_back({.text = std::string{part}});
        }
        menu.push_back(
            {std::string{entry.text}, std::string{entry.path}, is_below(path, entry.path)});
    }
    return menu;
}

}  // namespace

Frame frame_of(const Context& context, std::string title)
{
    const auto& services = context.services();
    const auto& surroundings = context.surroundings();
    Frame frame{.title = std::move(title), .province = services.province_name};
    if (!services.site.empty()) frame.head.address = services.site + surroundings.path;
    frame.menu = menu_of(context);
    if (context.actor().is_signed_in()) {
        frame.person_name = context.actor().name;
        frame.person_mark = mark_of(context.actor().account);
        frame.person_agency = context.actor().agency_name;
        if (!context.actor().on_behalf_of_name.empty())
            frame.person_agency += ", thay " + context.actor().on_behalf_of_name;
        frame.person_path = "/tai-khoan/cua-toi";
        frame.capacities = surroundings.capacities;
        frame.capacity_path = "/tai-khoan/tu-cach";
        frame.here = surroundings.path;
        frame.sign_out_path = "/dang-xuat";
        frame.csrf = surroundings.csrf;
    } else {
        frame.sign_in_path = "/dang-nhap";
    }
    if (!surroundings.flash_key.empty()) {
        frame.notices.push_back(
            {.tone = Tone::success, .text = context.message(surroundings.flash_key)});
    }
    frame.footer = {{"Giao diện lập trình (API)", "/api/openapi.json"}};
    return frame;
}

http::Response show(const Frame& frame, Content content, int status)
{
    std::string text;
    text.reserve(page_bytes_usual);
    auto out = html::Writer{text};
    page(out, frame, content);
    return http::page(std::move(text), status);
}

http::Response redirect_with(std::string_view path, std::string_view key)
{
    auto response = http::redirect(path);
    response.add_cookie({std::string{flash_cookie}, std::string{key}, flash_seconds});
    return response;
}

http::Response error_page(const Context& context, const Error& error)
{
    const auto title = title_of(error.kind);
    const auto sentence = context.message(error);
    // A form that was too large came from a page of the same address.
    const bool has_page = error.kind == Failure::too_large;
    const auto& path = context.surroundings().path;
    const auto& request = context.request_id();
    return show(
        frame_of(context, title),
        [&](html::Writer& out) {
            page_title(out, {.title = title});
            out({"<p>", sentence, "</p>"});
            link_button(out, {.text = has_page ? "Quay lại trang trước" : "Về trang chủ",
                              .path = has_page ? std::string_view{path} : "/"});
            if (request.empty()) return;
            out({"<p class=\"muted\"><small>Mã yêu cầu: ", request, "</small></p>"});
        },
        http::status_of(error.kind));
}

}  // namespace caicach::web
