#include "report/flow/news.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "notification/api.hpp"
#include "report/flow/submission.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/report_store.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using identity::Account;
using identity::Role;

void add_once(Readers& all, Account account)
{
    const bool is_there = std::ranges::find(all, account.id, &Account::id) != all.end();
    if (is_there || account.is_disabled || all.size() >= limits::news_readers_max) return;
    all.push_back(std::move(account));
}

Result<AccountId> sender_of(database::Transaction& transaction, const Report& report)
{
    const auto sent = TRY(SubmissionStore{transaction}.of_report(report.id));
    const auto current = std::ranges::find(sent, report.current, &Submission::id);
    return current == sent.end() ? AccountId{} : current->account;
}

enum class Side { collector, agency };
/// A step that somebody waits for, and what it is called.
struct Told {
    Side side{};
    std::string_view what{};
};

std::optional<Told> told_of(StepKind kind)
{
    switch (kind) {
        case StepKind::submitted:
            return Told{Side::collector, "Đã gửi báo cáo"};
        case StepKind::corrected:
            return Told{Side::collector, "Đã gửi bản điều chỉnh"};
        case StepKind::recalled:
            return Told{Side::collector, "Rút lại báo cáo đã gửi"};
        case StepKind::approved:
            return Told{Side::agency, "Phê duyệt báo cáo"};
        case StepKind::sent_back:
            return Told{Side::agency, "Trả lại báo cáo"};
        case StepKind::reopened:
            return Told{Side::agency, "Mở lại báo cáo đã duyệt"};
        case StepKind::extended:
            return Told{Side::agency, "Mở khóa báo cáo"};
        case StepKind::checked:
            break;
    }
    return {};
}

/// What is said of it, and what tells this message from every other of the report.
struct Words {
    std::string text{};
    std::string key{};
};
Result<void> tell_side(Context& context, database::Transaction& transaction, const Report& report,
                       const Definition& definition, const Told& told, const Words& words);

}  // namespace

Result<Readers> readers_at_agency(const Context& context, database::Transaction& transaction,
                                  const Report& report)
{
    Readers all;
    const auto people = TRY(identity::people_at(transaction, report.agency, context.today()));
    const auto sender = TRY(sender_of(transaction, report));
    const auto known = std::ranges::find(people, sender, &Account::id);
    if (known != people.end()) add_once(all, *known);
    for (const auto role : {Role::agency_officer, Role::agency_head}) {
        const auto holders = TRY(identity::role_holders(transaction, role, report.agency));
        for (const auto& one : holders) add_once(all, one);
    }
    return all;
}

Result<Readers> readers_at_collector(const Context& context, database::Transaction& transaction,
                                     const Report& report)
{
    Readers all;
    const auto people = TRY(identity::people_at(transaction, report.collector, context.today()));
    const auto of_province =
        TRY(identity::role_holders(transaction, Role::coordinator, identity::whole_province));
    for (const auto& one : of_province)
        if (std::ranges::find(people, one.id, &Account::id) != people.end()) add_once(all, one);
    for (const auto role : {Role::coordinator, Role::agency_officer, Role::agency_head}) {
        if (role != Role::coordinator && !all.empty()) break;
        const auto holders = TRY(identity::role_holders(transaction, role, report.collector));
        for (const auto& one : holders) add_once(all, one);
    }
    return all;
}

Result<void> tell(Context& context, database::Transaction& transaction, const Readers& readers,
                  const ReportNews& news)
{
    using notification::Channel;
    const auto words = text::shorten(news.text, limits::reason_length_max);
    for (const auto& reader : readers) {
        if (reader.id == context.actor().account) continue;
        for (const auto channel : {Channel::in_app, Channel::email}) {
            const bool reaches = TRY(notification::has_address(transaction, reader.id, channel));
            if (!reaches) continue;
            TRY(notification::send(context, transaction,
                                   {.channel = channel,
                                    .template_key = news.template_key,
                                    .account = reader.id,
                                    .variables = {{"nguoi", reader.name},
                                                  {"chuyen", news.what},
                                                  {"bao_cao", news.about},
                                                  {"co_quan", news.agency},
                                                  {"noi_dung", words}},
                                    .path = news.path,
                                    .key = news.key + "/" + std::to_string(reader.id.value)}));
        }
    }
    return {};
}

namespace
{

Result<void> tell_side(Context& context, database::Transaction& transaction, const Report& report,
                       const Definition& definition, const Told& told, const Words& words)
{
    const auto readers =
        TRY(told.side == Side::collector ? readers_at_collector(context, transaction, report)
                                         : readers_at_agency(context, transaction, report));
    if (readers.empty()) return {};
    const auto period = TRY(ReportStore{transaction}.period(report.period));
    const auto by = told.side == Side::collector ? report.agency : report.collector;
    const auto agency = TRY(organisation::agency_by_id(transaction, by, period.due_on));
    const auto title = text::shorten(definition.title, limits::news_title_length_max);
    return tell(context, transaction, readers,
                {.template_key = "report.news",
                 .what = std::string{told.what},
                 .about = title + ", " + period.title,
                 .agency = agency.name,
                 .text = words.text,
                 .path = report_path(report.code),
                 .key = "report/" + report.code + "/" + words.key});
}

}  // namespace

Result<void> tell_of_step(Context& context, database::Transaction& transaction,
                          const Report& report, const Definition& definition, StepKind kind,
                          std::string_view text)
{
    const auto told = told_of(kind);
    if (!told) return {};
    const auto key = std::string{name_of(kind)} + "/" + std::to_string(report.version);
    return tell_side(context, transaction, report, definition, *told, {std::string{text}, key});
}

Result<void> tell_of_remarks(Context& context, database::Transaction& transaction,
                             const Report& report, const Definition& definition)
{
    const auto moment = "remarked/" + to_iso(context.now());
    return tell_side(context, transaction, report, definition,
                     {Side::agency, "Nêu ý kiến về báo cáo"}, {{}, moment});
}

}  // namespace caicach::report
