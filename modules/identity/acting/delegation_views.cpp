#include "identity/acting/delegation_views.hpp"

#include <array>

#include "http/percent.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/own_account_handlers.hpp"
#include "identity/agency_field_views.hpp"
#include "identity/form_fault_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

std::string with_owner(const std::string& path, const DelegationsOwner& owner)
{
    return owner.code.empty() ? path : path + "?nguoi=" + http::percent_encoded(owner.code);
}

void add_crumbs(web::Frame& frame, const DelegationsOwner& owner)
{
    if (owner.code.empty()) {
        frame.crumbs = {{.text = "Tài khoản của tôi", .path = own_account_path()}};
        return;
    }
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()},
                    {.text = owner.name, .path = account_path(owner.code)}};
}

web::Tag tag_of(DelegationState state)
{
    switch (state) {
        case DelegationState::in_force:
            return {.text = "Đang có hiệu lực", .tone = web::Tone::success};
        case DelegationState::to_come:
            return {.text = "Chưa đến ngày", .tone = web::Tone::info};
        case DelegationState::suspended:
            return {.text = "Tạm ngừng: người giao không giữ vai trò", .tone = web::Tone::warning};
        case DelegationState::over:
            return {.text = "Đã hết hạn", .tone = web::Tone::neutral};
        case DelegationState::ended:
            break;
    }
    return {.text = "Đã kết thúc sớm", .tone = web::Tone::neutral};
}

bool may_end(DelegationState state)
{
    return state != DelegationState::over && state != DelegationState::ended;
}

void row(web::Rows& rows, const Context& context, const DelegationView& view,
         const DelegationsOwner& owner)
{
    rows.begin();
    rows.cell(view.other);
    rows.cell([&](Writer& cell) { cell({view.role, ", ", view.branch}); });
    rows.cell(view.days);
    rows.cell([&](Writer& cell) {
        cell({view.document, " (ghi bởi ", view.made_by, ")"});
        if (!may_end(view.state)) return;
        const auto path = delegation_paper_path(view.id);
        cell({"<br><a href=\"", html::url(path), "\" download>Giấy ủy quyền (Word)",
              "<span class=\"visually-hidden\">: ", view.other, "</span></a>"});
        const auto printed = printed_delegation_paper_path(view.id);
        cell({"<br><a href=\"", html::url(printed), "\" download>Bản in (PDF)",
              "<span class=\"visually-hidden\">: ", view.other, "</span></a>"});
    });
    rows.cell([&](Writer& cell) {
        web::tag(cell, tag_of(view.state));
        if (!view.ended_by.empty()) cell({" bởi ", view.ended_by});
        if (!may_end(view.state)) return;
        const auto id = std::to_string(view.id.value);
        const auto action = delegation_ends_path();
        const std::array values{web::HiddenValue{.name = "delegation", .value = id},
                                web::HiddenValue{.name = "nguoi", .value = owner.code}};
        web::post_button(cell, {.text = "Kết thúc ngay",
                                .action = action,
                                .csrf = context.surroundings().csrf,
                                .values = values,
                                .is_small = true});
    });
    rows.end();
}

void list(Writer& out, const Context& context, const std::vector<DelegationView>& views,
          const DelegationsOwner& owner, std::string_view caption, std::string_view other)
{
    const std::array columns{web::Column{.name = other}, web::Column{.name = "Vai trò, phạm vi"},
                             web::Column{.name = "Từ ngày – đến ngày"},
                             web::Column{.name = "Văn bản"}, web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& view : views) row(rows, context, view, owner);
    });
}

std::vector<web::Choice> role_choices(const NewDelegationPage& page)
{
    std::vector<web::Choice> choices;
    for (const auto& grant : page.held) {
        const bool is_there = !choices.empty() && choices.back().value == grant.role;
        if (is_there) continue;
        choices.push_back({.value = grant.role,
                           .label = grant.role_text,
                           .is_chosen = page.form.value("role") == grant.role});
    }
    return choices;
}

std::vector<web::Choice> people_choices(const NewDelegationPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(page.people.size());
    for (const auto& listed : page.people)
        choices.push_back({.value = listed.account.code,
                           .label = listed.roles,
                           .is_chosen = page.form.value("delegate") == listed.account.code});
    return choices;
}

void what_fields(Writer& out, const FormFaults& faults, const NewDelegationPage& page)
{
    const auto people = people_choices(page);
    const auto held = role_choices(page);
    web::combobox_field(out, {.field = {.name = "delegate",
                                        .label = "Người được ủy quyền",
                                        .hint = "Gõ tên để tìm. Việc người ấy làm thay được ghi "
                                                "vào nhật ký kèm tên người giao.",
                                        .error = faults.at("delegate")},
                              .choices = people,
                              .none_text = "Chọn người"});
    web::select_field(out,
                      {.field = {.name = "role", .label = "Vai trò", .error = faults.at("role")},
                       .choices = held,
                       .none_text = "Chọn vai trò"});
    agency_field(out,
                 {.agencies = page.branches,
                  .has_whole_province = page.has_whole_province,
                  .none_text = "Chọn phạm vi"},
                 {.name = "branch",
                  .label = "Phạm vi",
                  .value = page.form.value("branch"),
                  .hint = "Cơ quan này và mọi cơ quan cấp dưới; không rộng hơn phạm vi người giao "
                          "đang giữ.",
                  .error = faults.at("branch")});
}

void term_fields(Writer& out, const FormFaults& faults, const NewDelegationPage& page)
{
    web::date_field(out, {.name = "from",
                          .label = "Từ ngày",
                          .value = page.form.value("from"),
                          .hint = "Ví dụ: 16/03/2026",
                          .error = faults.at("from")});
    web::date_field(out, {.name = "to",
                          .label = "Đến hết ngày",
                          .value = page.form.value("to"),
                          .hint = "Hết ngày này thì tự hết hiệu lực; có thể kết thúc sớm hơn.",
                          .error = faults.at("to")});
    web::text_field(out, {.name = "document",
                          .label = "Văn bản ủy quyền",
                          .value = page.form.value("document"),
                          .hint = "Số, ký hiệu và ngày, ví dụ: Quyết định số 12/QĐ-SNV ngày "
                                  "02/03/2026",
                          .error = faults.at("document")});
}

}  // namespace

http::Response delegations_page(const Context& context, const DelegationsPage& page)
{
    const auto title = page.owner.code.empty() ? std::string("Ủy quyền của tôi")
                                               : "Ủy quyền của " + page.owner.name;
    auto frame = web::frame_of(context, title);
    frame.is_wide = true;
    add_crumbs(frame, page.owner);
    return web::show(frame, [&](Writer& out) {
        const auto path = with_owner(new_delegation_path(), page.owner);
        web::page_title(out,
                        {.title = title,
                         .lead = "Giao một vai trò cho người khác trong một thời gian. Người nhận "
                                 "không được giao lại; mất vai trò thì ủy quyền cũng hết."},
                        [&](Writer& actions) {
                            if (page.may_give)
                                web::link_button(actions, {.text = "Ủy quyền mới", .path = path});
                        });
        if (page.given.empty() && page.received.empty()) out({"<p>Chưa có ủy quyền nào.</p>"});
        if (!page.given.empty()) list(out, context, page.given, page.owner, "Đã giao", "Giao cho");
        if (!page.received.empty())
            list(out, context, page.received, page.owner, "Được giao", "Người giao");
        if (!page.received.empty() && page.owner.code.empty())
            out({"<p>Để làm thay, chọn tên người giao ở đầu trang, cạnh tên của bạn.</p>"});
    });
}

http::Response new_delegation_page(const Context& context, const NewDelegationPage& page)
{
    auto frame = web::frame_of(context, "Ủy quyền mới");
    add_crumbs(frame, page.owner);
    const auto list_path = with_owner(delegations_path(), page.owner);
    frame.crumbs.push_back({.text = "Ủy quyền", .path = list_path});
    const FormFaults faults(context, page.form);
    const auto content = [&](Writer& out) {
        faults.summary(out);
        const auto caption =
            page.owner.code.empty() ? std::string{} : "Người giao: " + page.owner.name;
        web::page_title(out, {.title = "Ủy quyền mới", .caption = caption});
        const auto action = delegations_path();
        web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                  [&](Writer& fields) {
                      web::hidden(fields, {.name = "nguoi", .value = page.owner.code});
                      what_fields(fields, faults, page);
                      term_fields(fields, faults, page);
                      web::submit_button(fields, {.text = "Ủy quyền"});
                  });
    };
    return web::show(frame, content, faults.status());
}

}  // namespace caicach::identity
