#include "report/flow/freezing.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "json/canonical.hpp"
#include "json/value.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

Value amount_of(const Amount& amount)
{
    auto value = Value::object().set("value", canonical(amount.numerator));
    if (amount.denominator) value.set("of", canonical(*amount.denominator));
    return value;
}

Value facts_of(const evidence::FactCodes& facts)
{
    auto codes = Value::array();
    for (const auto& code : facts.codes) codes.push(code);
    return Value::object()
        .set("codes", std::move(codes))
        .set("count", facts.facts)
        .set("sha256", facts.sha256);
}

/// Both parts of the number: the agency's own, and that of those who report to it.
void add_gathered(Value& value, const FilledIndicator& one)
{
    if (const auto own = one.own()) value.set("own", amount_of(*own));
    const auto& theirs = one.gathered->from_reporters;
    if (!theirs.amount) return;
    value.set("reporters", amount_of(*theirs.amount).set("counted", theirs.counted));
}

Value reporters_of(const Freezing& as)
{
    auto all = Value::array();
    for (const auto& one : as.reporters) {
        auto value = Value::object().set("agency", one.agency).set("counts", one.counts);
        if (!one.receipt.empty()) value.set("receipt", one.receipt);
        all.push(std::move(value));
    }
    return all;
}

Value indicators_of(const Filled& filled, const Freezing& as)
{
    auto all = Value::array();
    for (const auto& one : filled.indicators) {
        const auto sent = one.sent();
        if (!sent) continue;
        auto value = Value::object().set("key", one.indicator->key).set("sent", amount_of(*sent));
        if (one.computed) value.set("computed", amount_of(one.computed->amount));
        if (one.gathered) add_gathered(value, one);
        const auto facts = as.facts.find(one.indicator->key);
        if (facts != as.facts.end()) value.set("facts", facts_of(facts->second));
        all.push(std::move(value));
    }
    return all;
}

Value texts_of(const std::vector<std::string>& texts)
{
    auto all = Value::array();
    for (const auto& text : texts) all.push(text);
    return all;
}

Value tables_of(const Filled& filled)
{
    auto all = Value::object();
    for (const auto& [key, rows] : filled.tables) {
        auto lines = Value::array();
        for (const auto& row : rows) {
            auto line = Value::object()
                            .set("cells", texts_of(row.sent()))
                            .set("name", row.name)
                            .set("number", row.number);
            if (!row.together.empty()) line.set("own", texts_of(row.cells));
            lines.push(std::move(line));
        }
        all.set(key, std::move(lines));
    }
    return all;
}

Value period_of(const ReportPeriod& period)
{
    return Value::object()
        .set("key", period.key)
        .set("title", period.title)
        .set("first", period.days.from.iso())
        .set("last", period.days.to.iso())
        .set("data_from", period.data.from.iso())
        .set("data_until", period.data.to.iso());
}

}  // namespace

Result<Snapshot> freeze(const Filled& filled, const Freezing& as)
{
    auto texts = Value::object();
    for (const auto& [key, text] : filled.texts) texts.set(key, text);
    auto files = Value::array();
    for (const auto& file : as.files)
        files.push(Value::object().set("name", file.name).set("sha256", file.sha256));
    auto value = Value::object()
                     .set("schema", snapshot_schema)
                     .set("receipt", as.receipt)
                     .set("report", filled.report.code)
                     .set("form", Value::object()
                                      .set("key", filled.definition->key)
                                      .set("title", filled.definition->title)
                                      .set("version", as.form_version)
                                      .set("sha256", as.form_sha256))
                     .set("period", period_of(filled.period))
                     .set("agency", as.agency)
                     .set("collector", as.collector)
                     .set("kind", as.kind)
                     .set("number", as.number)
                     .set("sent_at", to_iso(as.sent_at))
                     .set("indicators", indicators_of(filled, as))
                     .set("tables", tables_of(filled))
                     .set("texts", std::move(texts))
                     .set("files", std::move(files));
    if (!as.reason.empty()) value.set("reason", as.reason);
    if (!as.reporters.empty()) value.set("reporters", reporters_of(as));
    if (as.previous) {
        value.set("previous", Value::object()
                                  .set("receipt", as.previous->receipt)
                                  .set("sha256", as.previous->sha256));
    }
    Snapshot snapshot;
    snapshot.text = TRY(json::canonical(value));
    if (snapshot.text.size() > limits::snapshot_bytes_max)
        return failure(Failure::too_large, "report.flow.too_large");
    snapshot.sha256 = crypto::sha256_hex(snapshot.text);
    return snapshot;
}

}  // namespace caicach::report
