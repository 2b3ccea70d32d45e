#pragma once
#include "evidence/capture.hpp"
#include "evidence/fact.hpp"
#include "evidence/fact_list.hpp"
#include "evidence/figure.hpp"
#include "evidence/pack.hpp"
#include "evidence/photo.hpp"
#include "evidence/product.hpp"
#include "evidence/subject_form.hpp"
#include "evidence/told.hpp"
#include "evidence/window_figures.hpp"

/// The ledger of facts: what agencies did, when, how many, with what proof. Appended, never edited:
/// obligations, reports and scores are computed from it.
