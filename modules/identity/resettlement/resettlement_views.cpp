#include "identity/resettlement/resettlement_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "identity/form_fault_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/long_choice.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

std::string share_text(int share)
{
    constexpr int percent = organisation::whole_share / 100;
    return share % percent == 0 ? fmt::format("{}%", share / percent)
                                : fmt::format("{},{:02}%", share / percent, share % percent);
}

std::string heirs_text(const EndedAgency& agency)
{
    if (agency.heirs.empty()) return "không có cơ quan kế tục";
    std::string text;
    for (const auto& heir : agency.heirs) {
        text += (text.empty() ? "" : ", ") + heir.agency.name;
        if (heir.share != organisation::whole_share) text += " " + share_text(heir.share);
    }
    return text;
}

std::string ended_text(const EndedAgency& agency)
{
    return agency.name + ", hết ngày " + agency.last_day.vietnamese();
}

/// Heirs first, with their shares; then every other agency that the actor administers.
class Targets
{
public:
    Targets(const EndedAgency& ended, const BranchChoices& choices, std::string_view chosen)
    {
        for (const auto& heir : ended.heirs) {
            m_labels.push_back(heir.agency.name + " (kế tục " + share_text(heir.share) + ")");
            m_codes.push_back(heir.agency.code);
        }
        for (const auto& agency : choices.agencies) {
            if (std::ranges::find(m_codes, agency.code) != m_codes.end()) continue;
            m_labels.push_back(agency.name);
            m_codes.push_back(agency.code);
        }
        for (std::size_t at = 0; at < m_codes.size(); ++at)
            m_choices.push_back(
                {.value = m_codes[at], .label = m_labels[at], .is_chosen = m_codes[at] == chosen});
    }
    void add_revocation(bool is_chosen)
    {
        m_choices.push_back(
            {.value = revoke_value, .label = "Thu hồi, không chuyển", .is_chosen = is_chosen});
    }
    [[nodiscard]] const std::vector<web::Choice>& choices() const { return m_choices; }

private:
    std::vector<std::string> m_codes{};
    std::vector<std::string> m_labels{};
    std::vector<web::Choice> m_choices{};
};

/// What was typed; on the first visit the sole heir.
std::string_view chosen_in(const http::Form& form, const std::string& field,
                           const EndedAgency& ended)
{
    const auto typed = form.value(field);
    if (!typed.empty() || form.has_errors()) return typed;
    const auto* heir = ended.sole_heir();
    return heir == nullptr ? std::string_view{} : std::string_view(heir->agency.code);
}

void home_field(Writer& out, const ResettlementPage& page, const EndedAgency& home,
                const FormFaults& faults)
{
    const auto chosen = chosen_in(page.form, "home", home);
    const Targets targets(home, page.choices, chosen);
    const auto hint = "Thay cho " + ended_text(home) + ". Kế tục: " + heirs_text(home) + ".";
    web::long_choice_field(out,
                           {.field = {.name = "home",
                                      .label = "Cơ quan mới của người này",
                                      .hint = hint,
                                      .error = faults.at("home")},
                            .choices = targets.choices(),
                            .none_text = "Chọn cơ quan"},
                           {.value = chosen, .hint = "Gõ mã hoặc tên cơ quan."});
}

void role_field(Writer& out, const ResettlementPage& page, const LeftRole& left,
                const FormFaults& faults)
{
    const auto name = field_of(left);
    const auto chosen = chosen_in(page.form, name, left.branch);
    Targets targets(left.branch, page.choices, chosen);
    targets.add_revocation(chosen == revoke_value);
    const auto label = fmt::format("{} ở {}", text_of(left.role), left.branch.name);
    const auto typed_hint =
        fmt::format("Kế tục: {}. Gõ mã hoặc tên cơ quan; gõ dấu “{}” để thu hồi, không chuyển.",
                    heirs_text(left.branch), revoke_value);
    web::long_choice_field(
        out,
        {.field = {.name = name,
                   .label = label,
                   .hint = "Chuyển sang cơ quan nào thì vai trò có hiệu lực với toàn bộ cơ quan ấy "
                           "và cấp dưới: có thể rộng hơn trước.",
                   .error = faults.at(name)},
         .choices = targets.choices(),
         .none_text = "Chọn cơ quan, hoặc thu hồi"},
        {.value = chosen, .hint = typed_hint});
}

std::string roles_text(const LeftBehind& left)
{
    std::string text;
    for (const auto& [role, branch] : left.roles)
        text += (text.empty() ? "" : "; ") + std::string(text_of(role)) + " ở " + branch.name;
    return text;
}

}  // namespace

std::string field_of(const LeftRole& left)
{
    return fmt::format("{}-{}", key_of(left.role), left.branch.code);
}

http::Response left_behind_page(const Context& context, const std::vector<LeftBehind>& all)
{
    auto frame = web::frame_of(context, "Tài khoản sau sắp xếp");
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Tài khoản sau sắp xếp",
                              .lead = "Những người mà cơ quan hoặc phạm vi vai trò đã kết thúc. "
                                      "Họ vẫn đăng nhập và xem được việc của cơ quan cũ, không có "
                                      "quyền gì ở cơ quan kế tục cho đến khi được chuyển."});
        if (all.empty()) {
            out({"<p>Không có ai: mọi tài khoản đều thuộc cơ quan đang hoạt động.</p>"});
            return;
        }
        constexpr std::array columns{web::Column{.name = "Họ tên"}, web::Column{.name = "Cơ quan"},
                                     web::Column{.name = "Kế tục"},
                                     web::Column{.name = "Vai trò cần chuyển"},
                                     web::Column{.name = "Thao tác"}};
        web::table(out, {.caption = "Cần chuyển", .columns = columns}, [&](web::Rows& rows) {
            for (const auto& left : all) {
                rows.begin();
                rows.cell(left.account.name);
                rows.cell(left.home ? ended_text(*left.home) : left.agency);
                rows.cell(left.home ? heirs_text(*left.home) : "");
                rows.cell(roles_text(left));
                rows.cell([&](Writer& cell) {
                    const auto path = resettlement_path(left.account.code);
                    web::link_button(cell, {.text = "Chuyển", .path = path, .is_small = true});
                });
                rows.end();
            }
        });
    });
}

http::Response resettlement_page(const Context& context, const ResettlementPage& page)
{
    const auto& account = page.left.account;
    const auto title = "Chuyển " + account.name;
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{.text = "Tài khoản", .path = accounts_path()},
                    {.text = "Sau sắp xếp", .path = left_behind_path()}};
    const FormFaults faults(context, page.form);
    const auto content = [&](Writer& out) {
        faults.summary(out);
        web::page_title(out, {.title = title, .caption = "Tài khoản sau sắp xếp"});
        const auto action = resettlement_path(account.code);
        web::form(out, {.action = action, .csrf = context.surroundings().csrf},
                  [&](Writer& fields) {
                      if (page.left.home) home_field(fields, page, *page.left.home, faults);
                      for (const auto& left : page.left.roles)
                          role_field(fields, page, left, faults);
                      web::submit_button(fields, {.text = "Chuyển"});
                  });
    };
    return web::show(frame, content, faults.status());
}

}  // namespace caicach::identity
