//! The closed lists of a roadmap: how far a line is, how much it matters, and the texts it holds.

use crate::editing::closed::closed;

closed! {
    Status {
        ToStudy: "a-etudier", "à étudier";
        ToLaunch: "a-lancer", "à lancer";
        Underway: "en-cours", "en cours";
        Done: "fait", "fait";
    }
}

closed! {
    Priority {
        High: "haute", "haute";
        Middle: "moyenne", "moyenne";
        Low: "basse", "basse";
    }
}

closed! {
    /// A text of a line, free.
    Field {
        Lead: "pilote", "Pilote";
        Partners: "partenaires", "Partenaires";
        Schemes: "dispositifs", "Dispositifs mobilisables";
        Budget: "budget", "Budget";
        Notes: "notes", "Notes";
    }
}

impl Field {
    pub const COUNT: usize = Field::ALL.len();

    /// What it is for, in a sentence: in the spreadsheet's list of columns.
    pub const fn about(self) -> &'static str {
        match self {
            Field::Lead => "Qui porte la ligne dans la structure.",
            Field::Partners => "Avec qui ; rempli au départ des partenaires que le texte nomme.",
            Field::Schemes => "Avec quels dispositifs ou fonds ; rempli au départ de ceux que le texte nomme.",
            Field::Budget => "Montant ou moyens, en texte libre.",
            Field::Notes => "Ce que la structure veut retenir.",
        }
    }
}

impl Status {
    /// The one before or after in the life of a line.
    pub fn beside(self, forward: bool) -> Option<Status> {
        let at = self as usize;
        let to = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        to.and_then(|to| Status::ALL.get(to)).copied()
    }
}
