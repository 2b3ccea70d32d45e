#include "identity/signers/signing.hpp"

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "identity/signers/signer.hpp"
#include "identity/signing_forms_file.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

std::vector<SigningForm> read_forms()
{
    // Our own file, embedded; the tests read it, so that a slip never leaves the house.
    const auto table = MUST(text::Table::parse(signing_forms_file::signing_forms));
    std::vector<SigningForm> forms;
    for (const auto& row : table.rows()) {
        const auto at = [&](std::string_view column) { return table.at(row, column); };
        const auto from = Date::from_iso(at("valid_from"));
        VERIFY(from);
        forms.push_back({.key = std::string(at("key")),
                         .mark = std::string(at("mark")),
                         .text = std::string(at("text")),
                         .shows_own_title = at("own_title") == "yes",
                         .needs_document = at("needs_document") == "yes",
                         .needs_end = at("needs_end") == "yes",
                         .validity = {*from, Date::from_iso(at("valid_to"))},
                         .source = std::string(at("source"))});
    }
    return forms;
}

const SigningForm* find(const std::vector<SigningForm>& forms, std::string_view key)
{
    const auto found = std::ranges::find(forms, key, &SigningForm::key);
    return found == forms.end() ? nullptr : &*found;
}

std::string line_of(std::string_view mark, std::string_view title)
{
    return (mark.empty() ? std::string{} : std::string(mark) + " ") + text::upper(title);
}

}  // namespace

std::vector<SigningForm> signing_forms_on(Date day)
{
    auto forms = read_forms();
    std::erase_if(forms, [&](const SigningForm& form) { return !form.validity.holds_on(day); });
    return forms;
}

std::optional<SignatureBlock> signature_block(const Signer& signer,
                                              const std::vector<SigningForm>& forms)
{
    const auto* form = find(forms, signer.form);
    const auto* collective = find(forms, "collective");
    if (form == nullptr || form == collective) return std::nullopt;
    SignatureBlock block{.name = signer.name};
    if (!signer.collective.empty() && collective != nullptr)
        block.lines.push_back(line_of(collective->mark, signer.collective));
    block.lines.push_back(line_of(form->mark, signer.head_title));
    if (form->shows_own_title) block.lines.push_back(line_of({}, signer.own_title));
    return block;
}

Result<std::vector<Signer>> signers_on(database::Transaction& transaction,
                                       organisation::AgencyId agency, Date day)
{
    const auto forms = signing_forms_on(day);
    auto signers = TRY(signers_of(transaction, agency));
    std::erase_if(signers, [&](const Signer& signer) {
        return !signer.validity.holds_on(day) || find(forms, signer.form) == nullptr;
    });
    std::ranges::stable_sort(signers, {}, [&](const Signer& signer) {
        return std::ranges::find(forms, signer.form, &SigningForm::key) - forms.begin();
    });
    return signers;
}

Result<std::optional<SignatureBlock>> signature_of(database::Transaction& transaction,
                                                   organisation::AgencyId agency,
                                                   std::string_view form, Date day)
{
    const auto signers = TRY(signers_on(transaction, agency, day));
    const auto found = std::ranges::find(signers, form, &Signer::form);
    if (found == signers.end()) return std::optional<SignatureBlock>{};
    return signature_block(*found, signing_forms_on(day));
}

Result<std::vector<PossibleSignature>> signatures_on(database::Transaction& transaction,
                                                     organisation::AgencyId agency, Date day)
{
    const auto signers = TRY(signers_on(transaction, agency, day));
    const auto forms = signing_forms_on(day);
    std::vector<PossibleSignature> possible;
    for (const auto& signer : signers) {
        auto block = signature_block(signer, forms);
        if (!block) continue;
        auto text = text::join(block->lines, ", ") + ": " + block->name;
        if (!signer.matters.empty()) text += " (" + signer.matters + ")";
        possible.push_back({.signer = signer.id,
                            .account = signer.account,
                            .block = std::move(*block),
                            .text = std::move(text)});
    }
    return possible;
}

}  // namespace caicach::identity
