#include "identity/signers/signer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

Signer signer_of(const database::Row& row)
{
    return {.id = row.id<SignerId>("id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .form = row.string("form"),
            .name = row.string("name"),
            .collective = row.string("collective"),
            .head_title = row.string("head_title"),
            .own_title = row.string("own_title"),
            .matters = row.string("matters"),
            .document = row.string("document"),
            .account = row.maybe_id<AccountId>("account_id").value_or(AccountId{}),
            .validity = {row.date("valid_from"), row.maybe_date("valid_to")}};
}

bool is_head(const Signer& signer) { return signer.form == "head" || signer.form == "acting"; }

bool overlaps(const organisation::Validity& one, const organisation::Validity& other)
{
    return (!one.to || other.from <= *one.to) && (!other.to || one.from <= *other.to);
}

std::string detail_of(const Signer& signer)
{
    return fmt::format(R"({{"signer":{},"form":"{}"}})", signer.id.value, signer.form);
}

}  // namespace

Result<std::vector<Signer>> signers_of(database::Transaction& transaction,
                                       organisation::AgencyId agency)
{
    return transaction.all(sql::signers_of_agency, signer_of, agency, limits::signers_max);
}

std::vector<Error> faults_of(const Signer& signer)
{
    std::vector<Error> faults;
    const auto add = [&](std::string_view key, std::string_view field) {
        faults.push_back({Failure::invalid, std::string(key), std::string(field), {}, {}});
    };
    const auto forms = signing_forms_on(signer.validity.from);
    const auto form = std::ranges::find(forms, signer.form, &SigningForm::key);
    const bool is_form = form != forms.end() && form->key != "collective";
    if (!is_form) add("identity.signer.form", "form");
    if (text::trim(signer.name).empty()) add("identity.signer.name", "name");
    if (text::trim(signer.head_title).empty()) add("identity.signer.head_title", "head_title");
    if (is_form && form->shows_own_title && text::trim(signer.own_title).empty())
        add("identity.signer.own_title", "own_title");
    if (is_form && form->needs_document && text::trim(signer.document).empty())
        add("identity.signer.document", "document");
    if (is_form && form->needs_end && !signer.validity.to) add("identity.signer.end_missing", "to");
    if (signer.validity.to && *signer.validity.to < signer.validity.from)
        add("identity.signer.backwards", "to");
    return faults;
}

Result<SignerId> add_signer(Context& context, database::Transaction& transaction,
                            const Signer& wanted)
{
    TRY(context.require(manage_signers, organisation::scope_of(wanted.agency)));
    auto faults = faults_of(wanted);
    if (!faults.empty()) return tl::unexpected(std::move(faults.front()));
    const auto others = TRY(signers_of(transaction, wanted.agency));
    const bool is_taken = is_head(wanted) && std::ranges::any_of(others, [&](const Signer& other) {
                              return is_head(other) && overlaps(other.validity, wanted.validity);
                          });
    if (is_taken) return failure(Failure::conflict, "identity.signer.head_taken", "from");
    auto signer = wanted;
    signer.id = make_id<SignerId>();
    const auto account = signer.account ? std::optional(signer.account) : std::nullopt;
    TRY(transaction.change_one(sql::insert_signer, signer.id, signer.agency, signer.form,
                               signer.name, signer.collective, signer.head_title, signer.own_title,
                               signer.matters, signer.document, account, signer.validity.from,
                               signer.validity.to));
    TRY(context.record(transaction, "identity.signer.added", "agency", signer.agency.value,
                       detail_of(signer)));
    return signer.id;
}

Result<void> end_signer(Context& context, database::Transaction& transaction, SignerId id)
{
    const auto signer = TRY(transaction.maybe_one(sql::signer_by_id, signer_of, id));
    if (!signer) return failure(Failure::not_found, "identity.signer.not_found");
    TRY(context.require(manage_signers, organisation::scope_of(signer->agency)));
    const auto yesterday = context.today().plus_days(-1);
    if (signer->validity.to && *signer->validity.to <= yesterday) return {};
    if (signer->validity.from > yesterday) {
        TRY(transaction.change_one(sql::delete_signer, id));
    } else {
        TRY(transaction.change_one(sql::end_signer, id, yesterday));
    }
    return context.record(transaction, "identity.signer.ended", "agency", signer->agency.value,
                          detail_of(*signer));
}

}  // namespace caicach::identity
