#include "identity/accounts/account_views.hpp"

#include <fmt/format.h>

#include <array>

#include "http/percent.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/acting/delegation_views.hpp"
#include "identity/acting/post_views.hpp"
#include "identity/agency_field_views.hpp"
#include "identity/oidc/oidc_views.hpp"
#include "identity/resettlement/resettlement_views.hpp"
#include "identity/tokens/api_token_handlers.hpp"
#include "web/components/fault.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

constexpr std::string_view results_id = "ket-qua";

std::vector<web::Choice> role_choices(std::string_view chosen)
{
    std::vector<web::Choice> choices;
    choices.reserve(roles.size());
    for (const Role role : roles)
        choices.push_back(
            {.value = key_of(role), .label = text_of(role), .is_chosen = key_of(role) == chosen});
    return choices;
}

AgencyChoice branch_choice(const BranchChoices& choices, std::string_view none_text)
{
    return {.agencies = choices.agencies,
            .has_whole_province = choices.has_whole_province,
            .none_text = none_text};
}

void state(Writer& out, const Account& account)
{
    if (account.is_disabled) {
        web::tag(out, {.text = "Đã khóa", .tone = web::Tone::danger});
    } else {
        out({"Đang dùng"});
    }
}

void accounts_table(Writer& out, const AccountsPage& page)
{
    constexpr std::array columns{web::Column{.name = "Họ tên"},
                                 web::Column{.name = "Tên đăng nhập"},
                                 web::Column{.name = "Cơ quan"}, web::Column{.name = "Vai trò"},
                                 web::Column{.name = "Tình trạng"}};
    const auto caption = fmt::format("{} tài khoản", page.found);
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& listed : page.accounts) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(account_path(listed.account.code)), "\">",
                      listed.account.name, "</a>"});
            });
            rows.cell(listed.account.user_name);
            rows.cell(listed.agency);
            rows.cell(listed.roles);
            rows.cell([&](Writer& cell) { state(cell, listed.account); });
            rows.end();
        }
    });
}

void left_behind_notice(Writer& out, const AccountsPage& page)
{
    if (page.left_behind == 0) return;
    out({"<p><a href=\"", html::url(left_behind_path()), "\">", page.left_behind,
         " người cần chuyển cơ quan hoặc vai trò</a>: cơ quan cũ đã kết thúc sau sắp xếp.</p>"});
}

void results(Writer& out, const AccountsPage& page)
{
    out({"<div id=\"", results_id, "\" aria-live=\"polite\">"});
    if (page.accounts.empty()) {
        web::empty_state(out, {.title = "Không tìm thấy tài khoản nào",
                               .text = "Hãy thử từ ngắn hơn: tìm trong họ tên, tên đăng nhập và cơ "
                                       "quan.",
                               .action_text = "Xem tất cả",
                               .action_path = accounts_path()});
    } else {
        accounts_table(out, page);
        const auto shown = fmt::format("Tài khoản {}–{} trong {}", page.first + 1,
                                       page.first + page.accounts.size(), page.found);
        web::pagination(
            out,
            {.previous_path = page.previous_path, .next_path = page.next_path, .shown = shown});
    }
    out({"</div>"});
}

void person_fields(Writer& out, const NewAccountPage& page, const web::Fault& fault)
{
    web::text_field(out, {.name = "name",
                          .label = "Họ tên",
                          .value = page.name,
                          .error = fault.at("name"),
                          .autocomplete = "off"});
    web::email_field(out, {.name = "user_name",
                           .label = "Tên đăng nhập",
                           .value = page.user_name,
                           .hint = "Dạng địa chỉ thư, nên dùng thư điện tử công vụ. Để trống thì "
                                   "người được mời tự chọn.",
                           .error = fault.at("user_name"),
                           .requirement = web::Requirement::optional,
                           .autocomplete = "off"});
}

void role_fields(Writer& out, const NewAccountPage& page, const web::Fault& fault)
{
    const auto held = role_choices(page.role);
    agency_field(
        out, {.agencies = page.choices.agencies, .none_text = "Chọn cơ quan"},
        {.name = "agency", .label = "Cơ quan", .value = page.agency, .error = fault.at("agency")});
    web::select_field(out,
                      {.field = {.name = "role", .label = "Vai trò", .error = fault.at("role")},
                       .choices = held,
                       .none_text = "Chọn vai trò"});
    agency_field(out, branch_choice(page.choices, "Cơ quan của người đó"),
                 {.name = "branch",
                  .label = "Phạm vi",
                  .value = page.branch,
                  .hint = "Vai trò có hiệu lực ở cơ quan này và mọi cơ quan cấp dưới.",
                  .error = fault.at("branch"),
                  .requirement = web::Requirement::optional});
}

/// Only where letters can be sent.
void delivery_field(Writer& out, const Context& context, const NewAccountPage& page,
                    const web::Fault& fault)
{
    if (!context.services().mail.is_on()) return;
    web::checkbox_field(out, {.field = {.name = "by_mail",
                                        .label = "Gửi lời mời qua thư điện tử tới tên đăng nhập",
                                        .hint = "Không chọn thì in giấy mời để trao tận tay.",
                                        .error = fault.at("by_mail"),
                                        .requirement = web::Requirement::optional},
                              .is_checked = page.by_mail});
}

void grants(Writer& out, const Context& context, const AccountPage& page)
{
    out({"<h2>Vai trò</h2>"});
    if (page.grants.empty()) {
        out({"<p>Chưa có vai trò nào: người này đăng nhập được nhưng chưa làm được việc gì.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Vai trò"}, web::Column{.name = "Phạm vi"},
                                 web::Column{.name = "Thao tác"}};
    const auto action = revocations_path(page.account.code);
    web::table(out, {.caption = "Các vai trò đang giữ", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& grant : page.grants) {
            rows.begin();
            rows.cell(grant.role_text);
            rows.cell(grant.branch_name);
            rows.cell([&](Writer& cell) {
                if (!page.may_change) return;
                const std::array values{web::HiddenValue{.name = "role", .value = grant.role},
                                        web::HiddenValue{.name = "branch", .value = grant.branch}};
                web::post_button(cell, {.text = "Thu hồi",
                                        .action = action,
                                        .csrf = context.surroundings().csrf,
                                        .values = values,
                                        .is_small = true});
            });
            rows.end();
        }
    });
}

void grant_form(Writer& out, const Context& context, const AccountPage& page,
                const web::Fault& fault)
{
    const auto action = grants_path(page.account.code);
    const auto held = role_choices({});
    out({"<h3>Giao thêm vai trò</h3>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::select_field(fields,
                          {.field = {.name = "role", .label = "Vai trò", .error = fault.at("role")},
                           .choices = held,
                           .none_text = "Chọn vai trò"});
        agency_field(fields, branch_choice(page.choices, "Chọn phạm vi"),
                     {.name = "branch",
                      .label = "Phạm vi",
                      .hint = "Cơ quan này và mọi cơ quan cấp dưới.",
                      .error = fault.at("branch")});
        web::submit_button(fields, {.text = "Giao vai trò"});
    });
}

void acting_links(Writer& out, const Account& account)
{
    web::form_actions(out, [&](Writer& buttons) {
        const auto posts = posts_path(account.code);
        const auto delegations =
            delegations_path() + "?nguoi=" + http::percent_encoded(account.code);
        web::link_button(buttons, {.text = "Chức vụ", .path = posts});
        web::link_button(buttons, {.text = "Ủy quyền", .path = delegations});
    });
}

void other_work(Writer& out, const Context& context, const AccountPage& page)
{
    const auto invitations = invitations_path(page.account.code);
    out({"<h2>Giấy mời, phiên và khóa</h2><p>Giấy mời là một địa chỉ dùng một lần để đặt mật ",
         "khẩu, cho người mới hoặc người quên mật khẩu. Giấy cũ hết hiệu lực; khi mật khẩu mới ",
         "được đặt, mọi phiên đang mở kết thúc.</p><p>Khi người này mất điện thoại hay để quên "
         "máy ",
         "đang mở, hãy kết thúc mọi phiên: họ phải đăng nhập lại ở mọi nơi.</p>"});
    const auto sessions = sessions_path(page.account.code);
    web::form_actions(out, [&](Writer& buttons) {
        web::post_button(
            buttons,
            {.text = "In giấy mời", .action = invitations, .csrf = context.surroundings().csrf});
        if (context.services().mail.is_on() && !page.account.user_name.empty()) {
            constexpr std::array values{web::HiddenValue{.name = "by_mail", .value = "1"}};
            web::post_button(buttons, {.text = "Gửi lời mời qua thư",
                                       .action = invitations,
                                       .csrf = context.surroundings().csrf,
                                       .values = values});
        }
        web::post_button(buttons, {.text = "Kết thúc mọi phiên",
                                   .action = sessions,
                                   .csrf = context.surroundings().csrf});
        const auto removal = second_factor_removal_path(page.account.code);
        if (page.has_second_factor)
            web::link_button(buttons, {.text = "Gỡ xác thực hai bước", .path = removal});
        oidc_link_button(buttons, context, page.account);
        const auto path = disabling_path(page.account.code);
        web::link_button(buttons, {.text = "Khóa tài khoản", .path = path});
    });
}

}  // namespace

http::Response accounts_page(const Context& context, const AccountsPage& page)
{
    auto frame = web::frame_of(context, "Tài khoản");
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Tài khoản"}, [](Writer& actions) {
            const auto path = new_account_path();
            web::link_button(actions, {.text = "Mời người mới", .path = path});
            const auto tokens = tokens_path();
            web::link_button(actions, {.text = "Mã truy cập API", .path = tokens});
        });
        left_behind_notice(out, page);
        const auto action = accounts_path();
        const auto clear = page.typed.empty() ? std::string{} : action;
        web::filter_form(out, {.action = action, .results_id = results_id, .clear_path = clear},
                         [&](Writer& fields) {
                             web::search_field(
                                 fields, {.name = "tim",
                                          .label = "Tìm tài khoản",
                                          .value = page.typed,
                                          .hint = "Họ tên, tên đăng nhập hay cơ quan; gõ không dấu "
                                                  "cũng được."});
                         });
        results(out, page);
    });
}

http::Response new_account_page(const Context& context, const NewAccountPage& page)
{
    auto frame = web::frame_of(context, "Mời người mới");
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()}};
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Mời người mới"});
            const auto action = accounts_path();
            web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                      [&](Writer& fields) {
                          person_fields(fields, page, fault);
                          role_fields(fields, page, fault);
                          delivery_field(fields, context, page, fault);
                          web::submit_button(fields, {.text = "Tạo tài khoản và mời"});
                      });
        },
        fault.status);
}

http::Response account_page(const Context& context, const AccountPage& page)
{
    auto frame = web::frame_of(context, page.account.name);
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()}};
    const auto fault = web::fault_of(context, page.error);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = page.account.name, .caption = "Tài khoản"});
            const std::array rows{
                web::Fact{.name = "Cơ quan", .value = page.agency},
                web::Fact{.name = "Tên đăng nhập", .value = page.account.user_name},
                web::Fact{.name = "Tình trạng",
                          .value = page.account.is_disabled ? "Đã khóa" : "Đang dùng"},
                web::Fact{.name = "Xác thực hai bước",
                          .value = page.has_second_factor ? "Đã đặt" : "Chưa đặt"}};
            web::facts(out, rows);
            acting_links(out, page.account);
            grants(out, context, page);
            if (!page.may_change) {
                out(
                    {"<p>Người này giữ vai trò ngoài phạm vi bạn quản trị, nên chỉ quản trị cấp "
                     "trên ",
                     "thay đổi được tài khoản.</p>"});
                return;
            }
            if (page.account.is_disabled) {
                const auto path = reopening_path(page.account.code);
                web::link_button(out, {.text = "Mở lại tài khoản", .path = path});
                return;
            }
            grant_form(out, context, page, fault);
            other_work(out, context, page);
        },
        fault.status);
}

http::Response disabling_page(const Context& context, const Account& account)
{
    auto frame = web::frame_of(context, "Khóa tài khoản");
    const auto back = account_path(account.code);
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()},
                    {.text = account.name, .path = back}};
    return web::show(frame, [&](Writer& out) {
        const auto question = fmt::format("Khóa tài khoản của {}?", account.name);
        const auto action = disabling_path(account.code);
        web::confirm(out, {.question = question,
                           .consequence = "Mọi phiên đang mở kết thúc ngay và người này không đăng "
                                          "nhập được nữa. Việc đã làm vẫn ghi tên người đó.",
                           .submit_text = "Khóa tài khoản",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .cancel_path = back,
                           .tone = web::Tone::danger});
    });
}

}  // namespace caicach::identity
