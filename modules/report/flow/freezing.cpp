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

Value indicators_of(const Filled& filled, const Freezing& as)
{
    auto all = Value::array();
    for (const auto& one : filled.indicators) {
        const auto sent = one.sent();
        if (!sent) continue;
        auto value = Value::object().set("key", one.indicator->key).set("sent", amount_of(*sent));
        if (one.computed) value.set("computed", amount_of(one.computed->amount));
        const auto facts = as.facts.find(one.indicator->key);
        if (facts != as.facts.end()) value.set("facts", facts_of(facts->second));
        all.push(std::move(value));
    }
    return all;
}

Value tables_of(const Filled& filled)
{
    auto all = Value::object();
    for (const auto& [key, rows] : filled.tables) {
        auto lines = Value::array();
        for (const auto& row : rows) {
            auto cells = Value::array();
            for (const auto& cell : row.cells) cells.push(cell);
            lines.push(Value::object()
                           .set("cells", std::move(cells))
                           .set("name", row.name)
                           .set("number", row.number));
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
