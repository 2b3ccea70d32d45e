#include "identity/tokens/api_token_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/limits.hpp"
#include "identity/tokens/api_token_handlers.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{
namespace
{

using html::Writer;

/// The scopes in words; the key of one that no module knows any more.
std::string words_of(const Context& context, const std::vector<std::string>& scopes)
{
    std::string words;
    for (const auto& scope : scopes) {
        const auto& known = context.services().token_scopes;
        const auto found = std::ranges::find(known, scope, &TokenScope::key);
        words += words.empty() ? "" : "; ";
        words += found == known.end() ? std::string_view{scope} : found->text;
    }
    return words;
}

std::string last_use(const ApiToken& token)
{
    return token.last_used_on ? token.last_used_on->vietnamese() : "Chưa dùng";
}

/// Where it may come from, and how often, where that is its own.
std::string place(const ApiToken& token)
{
    if (token.networks.empty()) return "Mọi nơi";
    auto text = text_of(token.networks);
    if (token.rate) text += fmt::format("; {} lần một phút", token.rate->count);
    return text;
}

void rate_field(Writer& fields, const Context& context, const OwnTokensPage& page,
                const web::Fault& fault)
{
    const auto& rates = context.services().rates;
    const auto hint =
        fmt::format("Cho máy đã ghi địa chỉ ở trên. Để trống là {} lần; nhiều nhất {} lần.",
                    usual_requests_a_minute(rates), most_requests_a_minute(rates));
    web::number_field(fields, {.field = {.name = "requests",
                                         .label = "Số lần gọi một phút",
                                         .value = page.typed.requests,
                                         .hint = hint,
                                         .error = fault.at("requests"),
                                         .requirement = web::Requirement::optional},
                               .unit = "lần"});
}

void state(Writer& out, const ApiToken& token, Date today)
{
    if (token.is_revoked) {
        web::tag(out, {.text = "Đã thu hồi", .tone = web::Tone::danger});
    } else if (today > token.expires_on) {
        web::tag(out, {.text = "Đã hết hạn"});
    } else {
        const auto until = "Đến hết " + token.expires_on.vietnamese();
        out({until});
    }
}

void revoke_button(Writer& out, const Context& context, const ApiToken& token,
                   std::string_view action)
{
    const std::array values{web::HiddenValue{.name = "token", .value = token.code}};
    web::post_button(out, {.text = "Thu hồi",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .tone = web::Tone::danger,
                           .values = values,
                           .is_small = true});
}

void own_table(Writer& out, const Context& context, const std::vector<ApiToken>& tokens)
{
    if (tokens.empty()) {
        out({"<p>Bạn chưa có mã truy cập nào.</p>"});
        return;
    }
    constexpr std::array columns{
        web::Column{.name = "Dùng cho"},      web::Column{.name = "Mã"},
        web::Column{.name = "Phạm vi"},       web::Column{.name = "Từ địa chỉ"},
        web::Column{.name = "Dùng gần nhất"}, web::Column{.name = "Hiệu lực"},
        web::Column{.name = "Thao tác"}};
    const auto action = own_tokens_path() + "/thu-hoi";
    web::table(out, {.caption = "Mã truy cập của bạn", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& token : tokens) {
            rows.begin();
            rows.cell(token.name);
            rows.cell([&](Writer& cell) { cell({"<code>", token.hint, "</code>"}); });
            rows.cell(words_of(context, token.scopes));
            rows.cell(place(token));
            rows.cell(last_use(token));
            rows.cell([&](Writer& cell) { state(cell, token, context.today()); });
            rows.cell([&](Writer& cell) {
                if (token.is_alive(context.today())) revoke_button(cell, context, token, action);
            });
            rows.end();
        }
    });
}

void choice_fields(Writer& fields, const Context& context, const OwnTokensPage& page,
                   const web::Fault& fault)
{
    std::vector<web::Choice> scopes;
    for (const auto& scope : context.services().token_scopes) {
        scopes.push_back({.value = scope.key,
                          .label = scope.text,
                          .is_chosen = std::ranges::find(page.typed.scopes, scope.key) !=
                                       page.typed.scopes.end()});
    }
    web::checkbox_group(fields, {.field = {.name = "scope",
                                           .label = "Được xem gì",
                                           .hint = "Mã chỉ xem, không sửa được gì, và không xem "
                                                   "được nhiều hơn chính bạn.",
                                           .error = fault.at("scope")},
                                 .choices = scopes});
    const auto days = page.typed.days;
    const std::array terms{
        web::Choice{.value = "30", .label = "30 ngày", .is_chosen = days == 30},
        web::Choice{.value = "90", .label = "90 ngày", .is_chosen = days == 90},
        web::Choice{.value = "180", .label = "180 ngày", .is_chosen = days == 180},
        web::Choice{.value = "365", .label = "Một năm", .is_chosen = days == 365}};
    web::select_field(fields,
                      {.field = {.name = "days", .label = "Hiệu lực", .error = fault.at("days")},
                       .choices = terms});
}

void new_token_form(Writer& out, const Context& context, const OwnTokensPage& page,
                    const web::Fault& fault)
{
    const auto action = own_tokens_path();
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](Writer& fields) {
        web::text_field(fields, {.name = "name",
                                 .label = "Dùng cho",
                                 .value = page.typed.name,
                                 .hint = "Phần mềm nào, để làm gì. Ví dụ: kho dữ liệu của sở.",
                                 .error = fault.at("name"),
                                 .length_max = static_cast<int>(limits::token_name_length_max)});
        choice_fields(fields, context, page, fault);
        web::text_area(fields, {.name = "networks",
                                .label = "Chỉ nhận từ địa chỉ",
                                .value = page.typed.networks,
                                .hint = "Địa chỉ mạng của máy sẽ dùng mã, mỗi dòng một địa chỉ, ví "
                                        "dụ 203.0.113.7 hoặc 10.1.0.0/16. Nên điền: mã lộ ra ngoài "
                                        "cũng không dùng được ở nơi khác, và được gọi nhiều hơn.",
                                .error = fault.at("networks"),
                                .requirement = web::Requirement::optional});
        rate_field(fields, context, page, fault);
        if (page.asks_password) {
            web::password_field(fields, {.name = "password",
                                         .label = "Mật khẩu của bạn",
                                         .hint = "Gõ lại để chắc rằng đúng là bạn.",
                                         .error = fault.at("password"),
                                         .autocomplete = "current-password"});
        }
        web::submit_button(fields, {.text = "Tạo mã truy cập"});
    });
}

web::Frame own_frame(const Context& context, std::string title)
{
    auto frame = web::frame_of(context, std::move(title));
    frame.crumbs = {{.text = "Tài khoản của tôi", .path = own_account_path()}};
    return frame;
}

void listed_row(web::Rows& rows, const Context& context, const ListedToken& listed,
                std::string_view action)
{
    rows.begin();
    rows.cell([&](Writer& cell) {
        const auto path = account_path(listed.owner_code);
        cell({"<a href=\"", html::url(path), "\">", listed.owner, "</a>"});
    });
    rows.cell(listed.token.name);
    rows.cell([&](Writer& cell) { cell({"<code>", listed.token.hint, "</code>"}); });
    rows.cell(words_of(context, listed.token.scopes));
    rows.cell(place(listed.token));
    rows.cell(last_use(listed.token));
    rows.cell([&](Writer& cell) { state(cell, listed.token, context.today()); });
    rows.cell([&](Writer& cell) { revoke_button(cell, context, listed.token, action); });
    rows.end();
}

}  // namespace

http::Response own_tokens_page(const Context& context, const OwnTokensPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        own_frame(context, "Mã truy cập API"),
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Mã truy cập API"});
            out(
                {"<p>Mã truy cập cho một phần mềm đọc dữ liệu qua API thay bạn, không cần mật "
                 "khẩu ",
                 "của bạn. Bạn thôi giữ vai trò hay bị khóa tài khoản thì mã cũng thôi hiệu ",
                 "lực.</p>"});
            own_table(out, context, page.tokens);
            out({"<h2>Tạo mã mới</h2>"});
            new_token_form(out, context, page, fault);
        },
        fault.status);
}

http::Response new_token_page(const Context& context, const ApiToken& token, std::string_view text)
{
    auto frame = own_frame(context, "Mã truy cập mới");
    frame.crumbs.push_back({.text = "Mã truy cập API", .path = own_tokens_path()});
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Mã truy cập mới", .caption = "Chỉ hiện một lần"});
        out(
            {"<p>Hãy chép mã này ngay vào phần mềm sẽ dùng nó. Trang không giữ lại mã; nếu mất, "
             "hãy ",
             "thu hồi mã này và tạo mã khác.</p>"});
        web::facts(out, [&](Writer& rows) {
            web::fact(rows, "Mã", [&](Writer& value) { value({"<code>", text, "</code>"}); });
            web::fact(rows, "Dùng cho", [&](Writer& value) { value({token.name}); });
            web::fact(rows, "Phạm vi",
                      [&](Writer& value) { value({words_of(context, token.scopes)}); });
            web::fact(rows, "Từ địa chỉ", [&](Writer& value) { value({place(token)}); });
            web::fact(rows, "Hiệu lực",
                      [&](Writer& value) { state(value, token, context.today()); });
        });
        out(
            {"<p>Phần mềm gửi mã ở đầu mỗi yêu cầu: <code>Authorization: Bearer </code> rồi đến "
             "mã. ",
             "Địa chỉ <code>/api/v1/me</code> cho biết mã còn dùng được không, và được làm ",
             "gì.</p>"});
        web::link_button(out, {.text = "Về danh sách mã", .path = own_tokens_path()});
    });
}

http::Response tokens_page(const Context& context, const TokensPage& page)
{
    auto frame = web::frame_of(context, "Mã truy cập API");
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()}};
    const auto first = std::min(page.first, page.tokens.size());
    const auto last = std::min(first + limits::accounts_per_page, page.tokens.size());
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Mã truy cập API"});
        out({"<p>Mã đang dùng được của những người bạn quản trị. Thu hồi mã nào không rõ phần mềm ",
             "nào còn cần.</p>"});
        if (page.tokens.empty()) {
            out({"<p>Chưa ai có mã truy cập.</p>"});
            return;
        }
        constexpr std::array columns{
            web::Column{.name = "Của"},        web::Column{.name = "Dùng cho"},
            web::Column{.name = "Mã"},         web::Column{.name = "Phạm vi"},
            web::Column{.name = "Từ địa chỉ"}, web::Column{.name = "Dùng gần nhất"},
            web::Column{.name = "Hiệu lực"},   web::Column{.name = "Thao tác"}};
        const auto action = tokens_path() + "/thu-hoi";
        web::table(out, {.caption = "Mã đang dùng được", .columns = columns}, [&](web::Rows& rows) {
            for (auto at = first; at < last; ++at)
                listed_row(rows, context, page.tokens[at], action);
        });
        const auto path_from = [](std::size_t from) {
            return tokens_path() + "?tu=" + std::to_string(from);
        };
        const auto before = first - std::min(first, limits::accounts_per_page);
        const auto previous = first > 0 ? path_from(before) : std::string{};
        const auto next = last < page.tokens.size() ? path_from(last) : std::string{};
        const auto shown = fmt::format("Mã {}–{} trong {}", first + 1, last, page.tokens.size());
        web::pagination(out, {.previous_path = previous, .next_path = next, .shown = shown});
    });
}

}  // namespace caicach::identity
