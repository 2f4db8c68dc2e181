;;; emacs.el --- Uses the server in a real Emacs, by eglot  -*- lexical-binding: t -*-

;; `run-emacs' starts it in batch with a copy of the notes as the current folder.  Batch mode has no idle time: what Emacs
;; would do then, `e2e-idle' does.

;;; Code:

(unless (locate-library "eglot") (package-initialize))
(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'seed-lsp)
(require 'xref)

(setq make-backup-files nil
      create-lockfiles nil
      eglot-autoshutdown nil
      eglot-confirm-server-edits nil
      eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 10
      use-short-answers t)
(fset 'y-or-n-p #'always)

(defvar e2e-started (float-time))
(defvar e2e-checks 0)
(defvar e2e-failures 0)
(defvar e2e-here (file-name-directory load-file-name))

(defun e2e-check (what result &optional detail)
  "Say whether WHAT is as it should be, which RESULT tells, with DETAIL."
  (cl-incf e2e-checks)
  (unless result (cl-incf e2e-failures))
  (let ((detail (if detail (replace-regexp-in-string "[ \n]+" " " (format "%s" detail)) "")))
    (princ (format "%s %5d ms  %s%s\n" (if result "ok  " "FAIL") (* 1000 (- (float-time) e2e-started)) what
                   (if (string= detail "") "" (format "  [%s]" (substring detail 0 (min 90 (length detail)))))))))

(defmacro e2e-wait (form)
  "The value of FORM as soon as it is not nil; nil after ten seconds."
  `(let ((limit (+ (float-time) 10)) value)
     (while (and (not (setq value ,form)) (< (float-time) limit)) (accept-process-output nil 0.01))
     value))

(defun e2e-idle ()
  "Send changes, show findings."
  (when (eglot-managed-p)
    (eglot--signal-textDocument/didChange)
    (flymake-start)))

(defun e2e-visit (note)
  "Visit NOTE, served."
  (find-file note)
  (unless (eglot-managed-p) (apply #'eglot--connect (eglot--guess-contact)))
  (e2e-wait (eglot-managed-p))
  (e2e-idle))

(defun e2e-place (context name)
  "Put point into NAME, in the first line that holds CONTEXT."
  (goto-char (point-min))
  (search-forward context)
  (goto-char (line-beginning-position))
  (re-search-forward (concat "\\_<" name "\\_>") (line-end-position))
  (goto-char (1+ (match-beginning 0))))

(defun e2e-findings ()
  "The texts of the findings in the buffer."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun e2e-coding-places (name)
  "How often NAME stands as a whole word in the buffer's coding."
  (save-excursion
    (goto-char (point-min))
    (let ((count 0) (case-fold-search nil))
      (while (re-search-forward (concat "\\_<" name "\\_>") nil t)
        (unless (save-excursion (beginning-of-line) (looking-at ">\\|[[:upper:]]")) (cl-incf count)))
      count)))

;;;; The checks

(defun e2e-recognition ()
  "Every text of recognition.txt is taken or left alone."
  (let ((count 0) wrong)
    (with-temp-buffer
      (insert-file-contents (expand-file-name "recognition.txt" e2e-here))
      (while (re-search-forward "^=== \\([a-z]+\\): \\(.*\\)\n" nil t)
        (let* ((is-seed (equal (match-string 1) "seed"))
               (name (match-string 2))
               (end (save-excursion (if (re-search-forward "^=== " nil t) (match-beginning 0) (point-max))))
               (text (buffer-substring (point) end)))
          (cl-incf count)
          (unless (eq is-seed (with-temp-buffer (insert text) (and (seed-lsp-note-p) t))) (push name wrong)))))
    (e2e-check (format "%d texts are recognised" count) (and (> count 10) (null wrong)) wrong)))

(defun e2e-mode ()
  "Seed files open in their mode, others do not."
  (find-file "s_5.md")
  (e2e-check "seed files open in seed-mode" (eq major-mode 'seed-mode) major-mode)
  (font-lock-ensure)
  (goto-char (point-min))
  (search-forward "**AXIAL CODING TRACE:**")
  (e2e-check "trace headings are coloured" (eq 'bold (get-text-property (match-beginning 0) 'face)))
  (find-file "README.md")
  (e2e-check "other Markdown does not" (not (eq major-mode 'seed-mode)) major-mode)
  (with-temp-buffer
    (insert "from codeable_models import CBundle\n")
    (e2e-check "a model file is recognised" (seed-lsp-model-p))))

(defun e2e-reading ()
  "Hover, definition, references, symbols."
  (e2e-visit "s_5.md")
  (e2e-check "the server is connected" (eglot-managed-p) (plist-get (eglot--server-info (eglot-current-server)) :name))
  (e2e-check "no findings" (null (e2e-findings)) (e2e-findings))
  (e2e-place "lakehouse_table: {cost" "lakehouse_table")
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (e2e-check "hover" (and (e2e-wait shown) (string-match-p "Keep the rows as tables" shown)) shown))
  (e2e-place "    response_time: very_positive" "response_time")
  (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
  (e2e-check "definition in another note"
             (and (equal (buffer-name) "s_2.md") (looking-at "response_time = CClass"))
             (buffer-substring (point) (line-end-position)))
  (switch-to-buffer "s_5.md")
  (e2e-place "    response_time: very_positive" "response_time")
  (let ((found (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot))))
    (e2e-check "references in several notes"
               (and (>= (length found) 10)
                    (< 1 (length (delete-dups (mapcar (lambda (item) (xref-location-group (xref-item-location item)))
                                                      found)))))
               (length found)))
  (setq imenu--index-alist nil)
  (e2e-check "the outline" (string-match-p "lakehouse_table" (format "%S" (imenu--make-index-alist t))))
  (let ((found (xref-backend-apropos 'eglot "freshness_badge")))
    (e2e-check "symbols of the study" (and found (string-match-p "s_7" (xref-location-group
                                                                        (xref-item-location (car found))))))))

(defun e2e-reports ()
  "The codebook and diagrams."
  (e2e-visit "s_5.md")
  (save-window-excursion
    (seed-lsp-codebook)
    (e2e-check "the codebook" (string-prefix-p "# Codebook\n" (buffer-string)) (buffer-name)))
  (save-window-excursion
    (seed-lsp-diagram "storage_decision")
    (e2e-check "the diagram of a decision" (string-match-p "\\`## .*\n\n```mermaid\nflowchart" (buffer-string))))
  (save-window-excursion
    (seed-lsp-diagram "")
    (e2e-check "diagrams of all" (< 1 (count-matches "^```mermaid" (point-min) (point-max)))))
  (e2e-check "an unknown decision is refused"
             (string-match-p "No decision `nonsense` is defined"
                             (condition-case problem (progn (seed-lsp-diagram "nonsense") "")
                               (error (format "%S" problem))))))

(defun e2e-writing ()
  "Completion, findings while typing, a quick fix."
  (e2e-visit "s_5.md")
  (goto-char (point-min))
  (search-forward "add_decision_option_link(storage_decision, lakehouse_table")
  (beginning-of-line)
  (insert "add_decision_option_link(storage_dec\n")
  (backward-char)
  (e2e-idle)
  (completion-at-point)
  (e2e-check "completion is inserted"
             (equal (buffer-substring (line-beginning-position) (point)) "add_decision_option_link(storage_decision")
             (buffer-substring (line-beginning-position) (point)))
  (delete-region (line-beginning-position) (1+ (point)))
  (insert "CClass(practice, \"😀\"); response_tim\n")
  (e2e-idle)
  (e2e-check "a finding appears behind an emoji"
             (e2e-wait (cl-some (lambda (finding)
                                  (and (string-match-p "response_tim`" (flymake-diagnostic-text finding))
                                       (equal "response_tim" (buffer-substring (flymake-diagnostic-beg finding)
                                                                               (flymake-diagnostic-end finding)))))
                                (flymake-diagnostics)))
             (e2e-findings))
  (forward-line -1)
  (let* ((actions (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix"))
         (fix (cl-find-if (lambda (action) (string-match-p "`response_time`" (plist-get action :title))) actions)))
    (if (fboundp 'eglot-execute)
        (eglot-execute (eglot-current-server) fix)
      (eglot--apply-workspace-edit (plist-get fix :edit)))
    (e2e-check "a quick fix is applied" (save-excursion (beginning-of-line) (search-forward "response_time" (line-end-position) t))
               (mapcar (lambda (action) (plist-get action :title)) actions)))
  (e2e-idle)
  (e2e-check "its finding goes" (e2e-wait (not (cl-some (lambda (text) (string-match-p "response_tim`" text)) (e2e-findings)))))
  (revert-buffer t t t)
  (e2e-idle))

(defun e2e-rename ()
  "A rename over three files, one of them unsaved, one closed, and its undo."
  (e2e-visit "s_12.md")
  (goto-char (point-max))
  (insert "> A line that was never saved: private_store, 😀.\n")
  (e2e-idle)
  (let ((before (buffer-string)))
    (undo-boundary)
    (e2e-place "    private_store: {" "private_store")
    (eglot-rename "own_database")
    (let ((counts (mapcar (lambda (note)
                            (with-current-buffer (find-file-noselect note)
                              (cons (e2e-coding-places "own_database") (e2e-coding-places "private_store"))))
                          '("s_5.md" "s_6.md" "s_12.md"))))
      (e2e-check "a rename in three files" (equal counts '((4 . 0) (2 . 0) (3 . 0))) counts))
    (e2e-check "what was not saved is kept" (string-suffix-p "never saved: private_store, 😀.\n" (buffer-string)))
    (e2e-check "and is still not saved" (buffer-modified-p))
    (undo-boundary)
    (setq last-command nil)
    (undo)
    (e2e-check "one undo takes it back" (equal before (buffer-string))))
  (dolist (note '("s_5.md" "s_6.md" "s_12.md"))
    (with-current-buffer (find-file-noselect note)
      (set-visited-file-modtime)
      (revert-buffer t t t)))
  (e2e-visit "s_12.md")
  (e2e-place "    private_store: {" "private_store")
  (let ((said (condition-case problem (progn (eglot-rename "lakehouse_table") nil) (error (error-message-string problem)))))
    (e2e-check "a rename to a name in use is refused" (and said (string-match-p "lakehouse_table" said)) said)))

(defun e2e-colours ()
  "Semantic tokens and inlay hints, where this eglot has them."
  (if (not (fboundp 'eglot-semantic-tokens-mode))
      (princ "n/a   this eglot has no semantic tokens\n")
    (eglot-semantic-tokens-mode 1)
    (e2e-check "semantic tokens" (e2e-wait (progn (font-lock-ensure)
                                                  (text-property-not-all (point-min) (point-max) 'eglot--semtok-faces nil))))))

(defun e2e-restart ()
  "The server is killed, connected again, and stopped."
  (let ((server (eglot-current-server)))
    (signal-process (jsonrpc--process server) 'SIGKILL)
    (e2e-check "a killed server is noticed" (e2e-wait (not (jsonrpc-running-p server)))))
  (e2e-wait (not (eglot-managed-p)))
  (e2e-visit "s_12.md")
  (e2e-check "it is connected again" (eglot-managed-p))
  (e2e-place "        product_blueprint, lakehouse_table" "lakehouse_table")
  (insert "x")
  (e2e-idle)
  (e2e-check "and finds what is wrong" (e2e-wait (e2e-findings)) (e2e-findings))
  (revert-buffer t t t)
  (let* ((server (eglot-current-server)) (process (jsonrpc--process server)))
    (eglot-shutdown server)
    (e2e-check "it stops when it is told to" (e2e-wait (not (process-live-p process))))))

(setq seed-lsp-command (list (getenv "SEED_LSP") "serve"))
(seed-lsp-setup)
(condition-case problem
    (progn
      (e2e-recognition)
      (e2e-mode)
      (e2e-reading)
      (e2e-reports)
      (e2e-writing)
      (e2e-rename)
      (e2e-colours)
      (e2e-restart))
  (error (cl-incf e2e-failures)
         (princ (format "ERROR %S\n" problem))))

(princ (format "Emacs %s, eglot %s: %d checks, %d failed, %d ms\n" emacs-version
               (with-temp-buffer
                 (insert-file-contents (find-library-name "eglot"))
                 (if (re-search-forward "^;; Version: *\\(.*\\)" nil t) (match-string 1) "?"))
               e2e-checks e2e-failures (* 1000 (- (float-time) e2e-started))))
(kill-emacs (if (> e2e-failures 0) 1 0))

;;; emacs.el ends here
