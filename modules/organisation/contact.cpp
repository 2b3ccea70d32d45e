#include "organisation/contact.hpp"

#include <algorithm>
#include <array>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "organisation/limits.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

constexpr std::array known_kinds{
    ContactKind{"address", "Địa chỉ", "Số 1 đường Trần Phú, phường Bến Nứa"},
    ContactKind{"hotline", "Đường dây nóng", "0259 3822 999"},
    ContactKind{"telephone", "Điện thoại", "0259 3822 111"},
    ContactKind{"email", "Thư điện tử", "sonoivu@songlam.gov.vn"},
    ContactKind{"site", "Trang thông tin điện tử", "https://sonoivu.songlam.gov.vn"},
    ContactKind{"page", "Trang mạng xã hội", "https://zalo.me/…"},
    ContactKind{"point", "Đầu mối ở xã, thôn", "Nhà văn hóa thôn, thứ Ba và thứ Năm"},
};

tl::unexpected<Error> refused(std::string_view what, std::string field,
                              std::vector<std::string> arguments = {})
{
    return failure(Failure::invalid, "organisation.contact." + std::string(what), std::move(field),
                   std::move(arguments));
}

std::string digits_of(std::string_view number)
{
    std::string digits;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    return digits;
}

/// "0259 3822 999", "+84.259.3822.999", "1022": 3 to 15 digits (E.164), parted as people do.
bool is_telephone(std::string_view number)
{
    constexpr std::string_view parting = " .-()+";
    const auto may_stand = [&](char c) {
        return (c >= '0' && c <= '9') || parting.find(c) != std::string_view::npos;
    };
    const auto digits = digits_of(number);
    const auto count = digits.size() - (digits.starts_with('+') ? 1 : 0);
    return std::ranges::all_of(number, may_stand) && count >= 3 && count <= 15;
}

bool is_email(std::string_view text)
{
    const auto at = text.find('@');
    const auto dot = text.rfind('.');
    return at != std::string_view::npos && at > 0 &&
           text.find('@', at + 1) == std::string_view::npos && dot != std::string_view::npos &&
           dot > at + 1 && dot + 1 < text.size() &&
           text.find_first_of(" <>\"',;") == std::string_view::npos;
}

bool is_site(std::string_view text)
{
    const auto rest = text.starts_with("https://")  ? text.substr(8)
                      : text.starts_with("http://") ? text.substr(7)
                                                    : std::string_view{};
    return rest.find('.') != std::string_view::npos && !rest.starts_with('.') &&
           text.find_first_of(" <>\"'") == std::string_view::npos;
}

}  // namespace

Result<void> check_contact(std::string_view kind, std::string_view value)
{
    if (value.empty()) return refused("value_missing", "value");
    if (text::length(value) > limits::contact_length_max)
        return refused("too_long", "value", {std::to_string(limits::contact_length_max)});
    if ((kind == "hotline" || kind == "telephone") && !is_telephone(value))
        return refused("not_a_number", "value");
    if (kind == "email" && !is_email(value)) return refused("not_an_address", "value");
    if ((kind == "site" || kind == "page") && !is_site(value))
        return refused("not_a_site", "value");
    if (kind == "point" && value.find(point_parting) != std::string_view::npos)
        return refused("parting", "value");
    return {};
}

Result<void> check_contact_label(std::string_view kind, std::string_view label)
{
    if (text::length(label) > limits::name_length_max)
        return refused("too_long", "label", {std::to_string(limits::name_length_max)});
    // In a table they stand as "Thôn Bản Mới: Nhà văn hóa thôn | …".
    if (kind == "point" && label.find_first_of("|:") != std::string_view::npos)
        return refused("parting", "label");
    return {};
}

namespace
{

Contact contact_from(const database::Row& row)
{
    return {.id = row.id<ContactId>("id"),
            .kind = row.string("kind"),
            .label = row.string("label"),
            .value = row.string("value"),
            .validity = validity_from(row)};
}

std::size_t place_of(const Contact& contact)
{
    return static_cast<std::size_t>(contact_kind(contact.kind) - known_kinds.data());
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    AgencyId agency, std::string_view detail)
{
    return context.record(transaction, action, "organisation.agency", agency.value, detail);
}

json::Value fields_of(const Contact& contact)
{
    auto fields = json::Value::object().set("kind", contact.kind);
    if (!contact.label.empty()) fields.set("label", contact.label);
    return fields.set("value", contact.value);
}

}  // namespace

std::span<const ContactKind> contact_kinds() { return known_kinds; }

const ContactKind* contact_kind(std::string_view key)
{
    const auto* const found = std::ranges::find(known_kinds, key, &ContactKind::key);
    return found == known_kinds.end() ? nullptr : found;
}

std::string address_of(const Contact& contact)
{
    if (contact.kind == "hotline" || contact.kind == "telephone")
        return "tel:" + digits_of(contact.value);
    if (contact.kind == "email") return "mailto:" + contact.value;
    if (contact.kind == "site" || contact.kind == "page") return contact.value;
    return {};
}

Result<std::vector<Contact>> contacts_on(database::Transaction& transaction, AgencyId agency,
                                         Date day)
{
    auto contacts = TRY(transaction.all(sql::contacts_on, contact_from, agency, day));
    std::ranges::stable_sort(contacts, {}, place_of);
    return contacts;
}

Result<void> add_contact(Context& context, database::Transaction& transaction, AgencyId agency,
                         const NewContact& contact)
{
    const Contact kept{.id = make_id<ContactId>(),
                       .kind = contact.kind,
                       .label = text::squeeze(contact.label),
                       .value = text::squeeze(contact.value),
                       .validity = {.from = contact.from}};
    if (!contact_kind(kept.kind)) return refused("kind_unknown", "kind");
    TRY(check_contact(kept.kind, kept.value));
    TRY(check_contact_label(kept.kind, kept.label));
    const auto held = TRY(contacts_on(transaction, agency, contact.from));
    const auto is_same = [&](const Contact& each) {
        return each.kind == kept.kind && each.label == kept.label && each.value == kept.value;
    };
    if (std::ranges::any_of(held, is_same)) return {};
    if (held.size() >= limits::contacts_max)
        return refused("too_many", "value", {std::to_string(limits::contacts_max)});
    TRY(transaction.change_one(sql::insert_contact, kept.id, agency, kept.kind, kept.label,
                               kept.value, kept.validity.from, kept.validity.to));
    return record(context, transaction, "organisation.contact.added", agency,
                  beginning_detail(fields_of(kept)));
}

Result<void> end_contact(Context& context, database::Transaction& transaction, AgencyId agency,
                         ContactId contact)
{
    const auto today = context.today();
    const auto held = TRY(contacts_on(transaction, agency, today));
    const auto found = std::ranges::find(held, contact, &Contact::id);
    if (found == held.end()) return failure(Failure::not_found, "organisation.contact.not_found");
    if (found->validity.from < today) {
        TRY(transaction.change_one(sql::end_contact, contact, agency, today.plus_days(-1)));
    } else {
        TRY(transaction.change_one(sql::delete_new_contact, contact, agency, today));
    }
    return record(context, transaction, "organisation.contact.ended", agency,
                  ending_detail(fields_of(*found)));
}

Result<std::string> contact_line(database::Transaction& transaction, AgencyId agency, Date day)
{
    const auto contacts = TRY(contacts_on(transaction, agency, day));
    std::string line;
    for (const std::string_view kind : {"address", "hotline"}) {
        const auto found = std::ranges::find(contacts, kind, &Contact::kind);
        if (found == contacts.end()) continue;
        if (!line.empty()) line += ". ";
        line += std::string{contact_kind(kind)->text} + ": " + found->value;
    }
    return line;
}

}  // namespace caicach::organisation
