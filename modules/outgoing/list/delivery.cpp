#include "outgoing/list/delivery.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "manifest/change_detail.hpp"
#include "notification/api.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/list/recipient.hpp"
#include "outgoing/package/hand_over.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/sql.hpp"
#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

using Deliveries = std::vector<Delivery>;

void add_agency(Deliveries& all, const Recipient& recipient, organisation::AgencyId agency,
                organisation::AgencyId sender)
{
    const bool is_there =
        std::ranges::find(all, std::optional{agency}, &Delivery::agency) != all.end();
    if (agency != sender && !is_there)
        all.push_back({.text = recipient.text, .marker = recipient.marker, .agency = agency});
}

Result<void> add_to(database::Transaction& transaction, Deliveries& all, const Recipient& recipient,
                    organisation::AgencyId sender, Date today)
{
    const auto meant = TRY(organisation::resolve_name(transaction, recipient.text, today));
    if (const auto* agency = std::get_if<organisation::AgencyId>(&meant)) {
        add_agency(all, recipient, *agency, sender);
        return {};
    }
    if (const auto* group = std::get_if<organisation::GroupId>(&meant)) {
        const auto members = TRY(organisation::members(transaction, *group, today));
        for (const auto& one : members.agencies) add_agency(all, recipient, one.id, sender);
        if (!members.is_open) return {};
    }
    all.push_back({.text = recipient.text, .marker = recipient.marker});
    return {};
}

/// Those who speak for the agency: its heads, or where it has none its officers.
Result<std::vector<identity::Account>> readers_of(database::Transaction& transaction,
                                                  organisation::AgencyId agency)
{
    for (const auto role : {identity::Role::agency_head, identity::Role::agency_officer}) {
        auto holders = TRY(identity::role_holders(transaction, role, agency));
        std::erase_if(holders, [](const identity::Account& one) { return one.is_disabled; });
        if (holders.size() > limits::readers_max) holders.resize(limits::readers_max);
        if (!holders.empty()) return holders;
    }
    return std::vector<identity::Account>{};
}

struct News {
    std::string text{};  ///< "Văn bản đến"
    std::string agency{};
    std::string key{};
};

Result<void> tell(Context& context, database::Transaction& transaction, const Document& document,
                  const identity::Account& reader, const News& news)
{
    using notification::Channel;
    for (const auto channel : {Channel::in_app, Channel::email}) {
        const bool reaches = TRY(notification::has_address(transaction, reader.id, channel));
        if (!reaches) continue;
        TRY(notification::send(
            context, transaction,
            {.channel = channel,
             .template_key = "outgoing.document",
             .account = reader.id,
             .variables = {{"nguoi", reader.name},
                           {"chuyen", news.text},
                           {"co_quan", news.agency},
                           {"so", number_of(document)},
                           {"trich_yeu", text::shorten(document.subject, limits::news_length_max)}},
             .path = document_path(document.code),
             .priority = notification::Priority::bulk,
             .key = news.key + "/" + std::to_string(reader.id.value)}));
    }
    return {};
}

Result<void> tell_all(Context& context, database::Transaction& transaction,
                      const Document& document, const Deliveries& deliveries, std::string text,
                      const std::string& purpose)
{
    const auto sender = TRY(organisation::agency_by_id(
        transaction, document.agency, document.issued_on.value_or(context.today())));
    const News news{.text = std::move(text),
                    .agency = sender.name,
                    .key = "outgoing/" + purpose + "/" + document.code};
    for (const auto& one : deliveries) {
        if (!one.agency) continue;
        const auto readers = TRY(readers_of(transaction, *one.agency));
        for (const auto& reader : readers) TRY(tell(context, transaction, document, reader, news));
    }
    return {};
}

}  // namespace

Result<Deliveries> deliveries_to(database::Transaction& transaction, const Recipient& recipient,
                                 organisation::AgencyId sender, Date day)
{
    Deliveries all;
    if (!is_copy(recipient.text)) TRY(add_to(transaction, all, recipient, sender, day));
    return all;
}

Result<Deliveries> deliveries_planned(const Context& context, database::Transaction& transaction,
                                      const Document& document)
{
    const auto today = context.today();
    const auto content = TRY(DocumentStore{transaction}.content(document.id));
    const auto markers = TRY(recipient_markers_on(today));
    Deliveries all;
    for (const auto& recipient : recipients_of(content, markers))
        TRY(add_to(transaction, all, recipient, document.agency, today));
    return all;
}

Result<Deliveries> deliveries_of(database::Transaction& transaction, DocumentId document)
{
    return transaction.all(
        sql::deliveries_of,
        [](const database::Row& row) {
            return Delivery{.text = row.string("text"),
                            .marker = row.string("marker"),
                            .agency = row.maybe_id<organisation::AgencyId>("agency_id")};
        },
        document, limits::deliveries_max);
}

Result<Document> send_document(Context& context, database::Transaction& transaction,
                               const Document& document)
{
    TRY(require_act(document, Act::send));
    const auto deliveries = TRY(deliveries_planned(context, transaction, document));
    if (deliveries.empty()) return failure(Failure::invalid, "outgoing.delivery.nobody", {});
    if (deliveries.size() > limits::deliveries_max)
        return failure(Failure::too_large, "outgoing.delivery.too_many", {},
                       {std::to_string(limits::deliveries_max)});
    auto sent = document;
    sent.state = DocumentState::sent;
    TRY(DocumentStore{transaction}.move(sent));
    ++sent.version;
    std::int64_t place = 0;
    for (const auto& one : deliveries)
        TRY(transaction.change_one(sql::insert_delivery, document.id, ++place, one.text, one.marker,
                                   one.agency, context.now()));
    TRY(tell_all(context, transaction, sent, deliveries, "Văn bản đến", "sent"));
    TRY(queue_hand_over(context, transaction, sent));
    TRY(context.record(transaction, "outgoing.document.sent", "outgoing.document",
                       document.id.value,
                       beginning_detail(json::Value::object().set("recipients", place))));
    return sent;
}

Result<void> tell_withdrawal(Context& context, database::Transaction& transaction,
                             const Document& document)
{
    const auto deliveries = TRY(deliveries_of(transaction, document.id));
    return tell_all(context, transaction, document, deliveries, "Thu hồi văn bản", "withdrawn");
}

Result<void> require_reading(const Context& context, database::Transaction& transaction,
                             const Document& document)
{
    const auto scope = organisation::scope_of(document.agency);
    if (context.may(see, scope)) return {};
    const auto deliveries = TRY(deliveries_of(transaction, document.id));
    for (const auto& one : deliveries)
        if (one.agency && context.may(see, organisation::scope_of(*one.agency))) return {};
    return context.require(see, scope);
}

}  // namespace caicach::outgoing
